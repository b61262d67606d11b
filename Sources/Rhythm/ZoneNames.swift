import Foundation

/// The names of zones that we take, and how they are written today.
enum ZoneNames {
    /// The present spelling of a zone's name, whatever its case; nil if it is none.
    static func canonical(_ name: String) -> String? {
        guard name.utf8.count <= longest else { return nil }
        return spellings[name.lowercased()]
    }

    /// Every name that we give out, sorted.
    static let all: [String] = Set(spellings.values).sorted()

    /// Every name that we take, present and former, sorted.
    static let everySpelling: [String] = spellings.keys.sorted()

    /// The longest name has 32 bytes; nothing longer is worth a look-up.
    private static let longest = 40

    private static let spellings: [String: String] = {
        var table: [String: String] = [:]
        for name in TimeZone.knownTimeZoneIdentifiers { table[name.lowercased()] = name }
        for line in aliases.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            guard let present = names.first, TimeZone(identifier: present) != nil else { continue }
            for name in names { table[name.lowercased()] = present }
        }
        return table
    }()

    /// Present name first, then its former and other names in the IANA database. Names that are
    /// only abbreviations or offsets are left out on purpose.
    private static let aliases = """
        UTC Etc/UTC Etc/UCT UCT Zulu Etc/Zulu Universal Etc/Universal
        GMT Etc/GMT Greenwich Etc/Greenwich GMT0 Etc/GMT0
        Africa/Asmara Africa/Asmera
        Africa/Bamako Africa/Timbuktu
        Africa/Cairo Egypt
        Africa/Tripoli Libya
        America/Adak US/Aleutian America/Atka
        America/Anchorage US/Alaska
        America/Argentina/Buenos_Aires America/Buenos_Aires
        America/Argentina/Catamarca America/Catamarca America/Argentina/ComodRivadavia
        America/Argentina/Cordoba America/Cordoba America/Rosario
        America/Argentina/Jujuy America/Jujuy
        America/Argentina/Mendoza America/Mendoza
        America/Atikokan America/Coral_Harbour
        America/Chicago US/Central
        America/Denver US/Mountain Navajo
        America/Detroit US/Michigan
        America/Edmonton Canada/Mountain
        America/Halifax Canada/Atlantic
        America/Havana Cuba
        America/Indiana/Indianapolis America/Indianapolis America/Fort_Wayne US/East-Indiana
        America/Indiana/Knox America/Knox_IN US/Indiana-Starke
        America/Jamaica Jamaica
        America/Kentucky/Louisville America/Louisville
        America/Los_Angeles US/Pacific
        America/Manaus Brazil/West
        America/Mazatlan Mexico/BajaSur
        America/Mexico_City Mexico/General
        America/New_York US/Eastern
        America/Noronha Brazil/DeNoronha
        America/Nuuk America/Godthab
        America/Phoenix US/Arizona
        America/Regina Canada/Saskatchewan
        America/Rio_Branco Brazil/Acre America/Porto_Acre
        America/Santiago Chile/Continental
        America/Sao_Paulo Brazil/East
        America/St_Johns Canada/Newfoundland
        America/St_Thomas America/Virgin
        America/Tijuana America/Ensenada Mexico/BajaNorte
        America/Toronto Canada/Eastern
        America/Vancouver Canada/Pacific
        America/Whitehorse Canada/Yukon
        America/Winnipeg Canada/Central
        Asia/Ashgabat Asia/Ashkhabad
        Asia/Dhaka Asia/Dacca
        Asia/Ho_Chi_Minh Asia/Saigon
        Asia/Hong_Kong Hongkong
        Asia/Jerusalem Israel Asia/Tel_Aviv
        Asia/Kathmandu Asia/Katmandu
        Asia/Kolkata Asia/Calcutta
        Asia/Macau Asia/Macao
        Asia/Makassar Asia/Ujung_Pandang
        Asia/Nicosia Europe/Nicosia
        Asia/Seoul ROK
        Asia/Shanghai PRC Asia/Chungking
        Asia/Singapore Singapore
        Asia/Taipei ROC
        Asia/Tehran Iran
        Asia/Thimphu Asia/Thimbu
        Asia/Tokyo Japan
        Asia/Ulaanbaatar Asia/Ulan_Bator
        Asia/Yangon Asia/Rangoon
        Atlantic/Faroe Atlantic/Faeroe
        Atlantic/Reykjavik Iceland
        Arctic/Longyearbyen Atlantic/Jan_Mayen
        Australia/Adelaide Australia/South
        Australia/Brisbane Australia/Queensland
        Australia/Broken_Hill Australia/Yancowinna
        Australia/Darwin Australia/North
        Australia/Hobart Australia/Tasmania
        Australia/Lord_Howe Australia/LHI
        Australia/Melbourne Australia/Victoria
        Australia/Perth Australia/West
        Australia/Sydney Australia/ACT Australia/NSW Australia/Canberra
        Europe/Chisinau Europe/Tiraspol
        Europe/Dublin Eire
        Europe/Istanbul Turkey Asia/Istanbul
        Europe/Kyiv Europe/Kiev
        Europe/Lisbon Portugal
        Europe/London GB GB-Eire Europe/Belfast
        Europe/Moscow W-SU
        Europe/Warsaw Poland
        Pacific/Auckland NZ
        Pacific/Chatham NZ-CHAT
        Pacific/Chuuk Pacific/Truk Pacific/Yap
        Pacific/Easter Chile/EasterIsland
        Pacific/Honolulu US/Hawaii
        Pacific/Kanton Pacific/Enderbury
        Pacific/Kwajalein Kwajalein
        Pacific/Pago_Pago Pacific/Samoa US/Samoa
        Pacific/Pohnpei Pacific/Ponape
        """
}
