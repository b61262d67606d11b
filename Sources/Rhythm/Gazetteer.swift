/// Cities and countries that people name and the IANA database doesn't.
///
/// A name may stand in several lines; then all those zones are candidates, in this order.
enum Gazetteer {
    /// Each zone's name with plain names of places that keep its time, in order.
    static let entries: [(zone: String, places: [String])] =
        table.split(separator: "\n").compactMap { line in
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { return nil }
            let places = halves[1].split(separator: ",").map { PlainText.place(String($0)) }
            return (String(halves[0]), places)
        }

    private static let table = """
        Europe/Berlin: Munich, München, Muenchen, Hamburg, Cologne, Köln, Koeln, Frankfurt
        Europe/Berlin: Stuttgart, Düsseldorf, Duesseldorf, Leipzig, Dresden, Hannover, Bremen
        Europe/Berlin: Nuremberg, Nürnberg, Nuernberg, Dortmund, Essen, Bonn, Freiburg, Heidelberg
        Europe/Berlin: Germany, Deutschland
        Europe/Vienna: Wien, Graz, Linz, Salzburg, Innsbruck, Austria, Österreich, Oesterreich
        Europe/Zurich: Zuerich, Geneva, Genève, Genf, Basel, Bern, Lausanne, Switzerland, Schweiz
        Europe/Paris: Lyon, Marseille, Toulouse, Nice, Nantes, Strasbourg, Bordeaux, Lille, France
        Europe/London: England, Scotland, Wales, UK, United Kingdom, Great Britain, GMT, BST
        Europe/London: Manchester, Birmingham, Liverpool, Leeds, Glasgow, Edinburgh, Bristol
        Europe/London: Cardiff, Cambridge, Oxford, Sheffield, Northern Ireland
        Europe/Dublin: Cork, Galway, Limerick, Ireland
        Europe/Madrid: Barcelona, Valencia, Seville, Sevilla, Zaragoza, Málaga, Bilbao
        Europe/Madrid: Spain, España
        Atlantic/Canary: Tenerife, Las Palmas, Gran Canaria
        Europe/Lisbon: Lisboa, Porto, Braga, Coimbra, Faro
        Europe/Rome: Roma, Milan, Milano, Naples, Napoli, Turin, Torino, Florence, Firenze
        Europe/Rome: Bologna, Venice, Venezia, Genoa, Genova, Palermo, Italy, Italia
        Europe/Amsterdam: Rotterdam, The Hague, Den Haag, Utrecht, Eindhoven, Groningen
        Europe/Amsterdam: Netherlands, Holland, Nederland
        Europe/Brussels: Bruxelles, Brussel, Antwerp, Antwerpen, Ghent, Gent, Liège, Bruges
        Europe/Brussels: Belgium
        Europe/Luxembourg: Luxemburg
        Europe/Copenhagen: København, Koebenhavn, Aarhus, Odense, Denmark, Danmark
        Europe/Stockholm: Gothenburg, Göteborg, Goeteborg, Malmö, Malmoe, Uppsala, Sweden, Sverige
        Europe/Oslo: Bergen, Trondheim, Stavanger, Tromsø, Tromsoe, Norway, Norge
        Europe/Helsinki: Tampere, Turku, Espoo, Oulu, Finland, Suomi
        Europe/Warsaw: Warszawa, Kraków, Cracow, Gdańsk, Wrocław, Poznań, Łódź, Polska
        Europe/Prague: Praha, Brno, Ostrava, Czech Republic, Czechia
        Europe/Bratislava: Košice, Slovakia
        Europe/Budapest: Debrecen, Hungary
        Europe/Bucharest: București, Cluj, Cluj Napoca, Timișoara, Iași, Romania
        Europe/Sofia: Plovdiv, Varna, Bulgaria
        Europe/Athens: Athina, Thessaloniki, Greece
        Europe/Belgrade: Beograd, Novi Sad, Serbia
        Europe/Zagreb: Split, Dubrovnik, Croatia
        Europe/Ljubljana: Maribor, Slovenia
        Europe/Sarajevo: Mostar, Bosnia
        Europe/Skopje: North Macedonia
        Europe/Tirane: Tirana, Albania
        Europe/Podgorica: Montenegro
        Europe/Kyiv: Kharkiv, Odesa, Odessa, Lviv, Dnipro, Ukraine
        Europe/Chisinau: Moldova
        Europe/Minsk: Belarus
        Europe/Vilnius: Kaunas, Lithuania
        Europe/Riga: Latvia
        Europe/Tallinn: Tartu, Estonia
        Europe/Istanbul: Ankara, Izmir, Antalya, Bursa, Türkiye, Turkiye
        Europe/Moscow: Moskva, Saint Petersburg, St Petersburg, Sochi, Kazan, Russia
        Asia/Yekaterinburg: Chelyabinsk, Perm, Russia
        Asia/Novosibirsk: Russia
        Asia/Vladivostok: Russia
        Atlantic/Reykjavik: Reykjavík
        America/New_York: New York City, NYC, Boston, Washington, Washington DC, Philadelphia, Miami
        America/New_York: Atlanta, Orlando, Cambridge, Tampa, Charlotte, Raleigh, Pittsburgh, Cleveland
        America/New_York: Baltimore, Cincinnati, Columbus, Buffalo, Brooklyn, Jacksonville
        America/Chicago: Houston, Dallas, Austin, San Antonio, Minneapolis, St Louis, New Orleans
        America/Chicago: Milwaukee, Kansas City, Nashville, Memphis, Oklahoma City, Madison
        America/Denver: Salt Lake City, Albuquerque, Colorado Springs, Boulder, Santa Fe
        America/Phoenix: Tucson, Scottsdale, Arizona
        America/Los_Angeles: San Francisco, LA, Seattle, San Diego, Portland, Las Vegas, San Jose
        America/Los_Angeles: Sacramento, Oakland, Berkeley, Palo Alto, California
        America/New_York: USA, US, United States, America, Florida, Georgia
        America/Chicago: USA, US, United States, America, Texas
        America/Denver: USA, US, United States, America, Colorado
        America/Los_Angeles: USA, US, United States, America
        America/Anchorage: Alaska
        Pacific/Honolulu: Hawaii, Maui
        America/Toronto: Montreal, Montréal, Ottawa, Quebec, Québec, Hamilton, Canada, Ontario
        America/Winnipeg: Canada
        America/Edmonton: Calgary, Alberta, Canada
        America/Vancouver: Victoria, British Columbia, Canada
        America/Halifax: Canada
        America/Regina: Saskatoon
        America/Mexico_City: Ciudad de México, CDMX, Guadalajara, Puebla, Mexico
        America/Monterrey: Monterrey
        America/Tijuana: Mexico
        America/Guatemala: Guatemala City
        America/Sao_Paulo: Rio de Janeiro, Rio, Brasília, Brasilia, Belo Horizonte, Curitiba
        America/Sao_Paulo: Porto Alegre, Brazil, Brasil
        America/Manaus: Brazil
        America/Bahia: Salvador
        America/Argentina/Buenos_Aires: Rosario, La Plata, Argentina
        America/Santiago: Valparaíso, Concepción, Chile
        America/Bogota: Medellín, Cali, Barranquilla, Cartagena, Colombia
        America/Lima: Cusco, Arequipa, Peru
        America/Guayaquil: Quito, Ecuador
        America/Caracas: Maracaibo, Venezuela
        America/Asuncion: Paraguay
        America/Montevideo: Uruguay
        America/La_Paz: Santa Cruz, Bolivia
        America/Costa_Rica: San José
        America/Puerto_Rico: San Juan
        America/Santo_Domingo: Dominican Republic
        Africa/Cairo: Alexandria, Giza
        Africa/Casablanca: Marrakesh, Marrakech, Rabat, Fès, Tangier, Morocco
        Africa/Algiers: Alger, Oran, Algeria
        Africa/Tunis: Tunisia
        Africa/Lagos: Abuja, Kano, Ibadan, Nigeria
        Africa/Accra: Kumasi, Ghana
        Africa/Dakar: Senegal
        Africa/Abidjan: Ivory Coast
        Africa/Nairobi: Mombasa, Kenya
        Africa/Kampala: Uganda
        Africa/Addis_Ababa: Ethiopia
        Africa/Dar_es_Salaam: Tanzania, Zanzibar
        Africa/Kigali: Rwanda
        Africa/Johannesburg: Cape Town, Durban, Pretoria, South Africa
        Africa/Harare: Zimbabwe
        Africa/Lusaka: Zambia
        Africa/Windhoek: Namibia
        Asia/Dubai: Abu Dhabi, Sharjah, UAE, United Arab Emirates
        Asia/Riyadh: Jeddah, Mecca, Medina, Dammam, Saudi Arabia
        Asia/Qatar: Doha
        Asia/Muscat: Oman
        Asia/Jerusalem: Tel Aviv, Haifa
        Asia/Beirut: Lebanon
        Asia/Amman: Jordan
        Asia/Damascus: Aleppo, Syria
        Asia/Baghdad: Basra, Erbil, Iraq
        Asia/Tehran: Isfahan, Mashhad, Shiraz, Tabriz
        Asia/Tbilisi: Batumi, Georgia
        Asia/Yerevan: Armenia
        Asia/Baku: Azerbaijan
        Asia/Almaty: Astana, Kazakhstan
        Asia/Tashkent: Uzbekistan
        Asia/Kabul: Afghanistan
        Asia/Karachi: Lahore, Islamabad, Rawalpindi, Faisalabad, Pakistan
        Asia/Kolkata: Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Madras
        Asia/Kolkata: Hyderabad, Pune, Ahmedabad, Jaipur, Kochi, Goa, Lucknow, India
        Asia/Colombo: Sri Lanka
        Asia/Kathmandu: Pokhara, Nepal
        Asia/Dhaka: Chittagong, Bangladesh
        Asia/Yangon: Mandalay, Myanmar
        Asia/Bangkok: Chiang Mai, Phuket, Thailand
        Asia/Ho_Chi_Minh: Hanoi, Ha Noi, Da Nang, Vietnam
        Asia/Phnom_Penh: Cambodia
        Asia/Vientiane: Laos
        Asia/Jakarta: Bandung, Surabaya, Yogyakarta, Indonesia
        Asia/Makassar: Bali, Denpasar, Ubud, Indonesia
        Asia/Kuala_Lumpur: Penang, Johor Bahru, Malaysia
        Asia/Manila: Cebu, Davao, Quezon City, Philippines
        Asia/Shanghai: Beijing, Peking, Shenzhen, Guangzhou, Chengdu, Wuhan, Hangzhou, Nanjing
        Asia/Shanghai: Tianjin, Xian, China
        Asia/Hong_Kong: HK
        Asia/Taipei: Kaohsiung, Taichung, Taiwan
        Asia/Tokyo: Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukuoka, Kobe
        Asia/Seoul: Busan, Incheon, Korea, South Korea
        Asia/Ulaanbaatar: Mongolia
        Australia/Sydney: Newcastle, Wollongong, Australia
        Australia/Melbourne: Geelong
        Australia/Brisbane: Gold Coast, Cairns, Australia
        Australia/Adelaide: Australia
        Australia/Darwin: Australia
        Australia/Perth: Fremantle, Australia
        Pacific/Auckland: Wellington, Christchurch, Hamilton, New Zealand, Aotearoa
        Pacific/Fiji: Suva
        """
}
