# shellcheck shell=bash
# What the other scripts ask of the machine. To be sourced, not run.

# Plays of months and crashes at every operation: each keeps one of two threads for a minute, and
# whatever talks to a server beside them would run out of patience.
# shellcheck disable=SC2034
long_tests="SimulatedTalkTests|CourseTests|DialogueTests|TenYearsTests"
# Tests of values alone: one thread, no pointer, no call into C. A sanitizer finds nothing there.
# shellcheck disable=SC2034
pure_tests="DeskTests|CurriculumTests|RhythmTests|TidyTests|TelegramTests|PicturesTests|RoundPreviewTests|WritingRoundsTests"

# Runs a command as root: directly, or through sudo.
as_root() {
    if [[ "$(id -u)" -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "This needs root, and there is no sudo: $*" >&2
        return 1
    fi
}

# Installs Debian packages that are missing, and says what and why: install_missing NAME WHY …
install_missing() {
    local missing=() status
    while [[ $# -gt 0 ]]; do
        status="$(dpkg -s "$1" 2>/dev/null || true)"
        if [[ "$status" != *"Status: install ok installed"* ]]; then
            echo "Missing: $1 ($2)"
            missing+=("$1")
        fi
        shift 2
    done
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi
    if ! command -v apt-get >/dev/null; then
        echo "Install these by your system's own means, then start again: ${missing[*]}" >&2
        return 1
    fi
    echo "Installing: ${missing[*]}"
    if ! apt_install "${missing[@]}"; then
        echo "Once more, with a fresh list of packages."
        as_root apt-get update
        apt_install "${missing[@]}"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "$@"
}

# What drawing pictures needs, for install_missing. The fonts take 60 MB; those of every script but
# Chinese, Japanese and Korean are the largest of them.
# shellcheck disable=SC2034
for_pictures=(
    librsvg2-dev "draws the shapes of the pictures"
    libpango1.0-dev "sets the words of the pictures"
    zlib1g-dev "makes the pictures small"
    fonts-noto-core "letters of nearly all scripts, 42 MB"
    fonts-dejavu-core "letters and signs that those lack, 3 MB"
    fonts-wqy-microhei "Chinese, Japanese and Korean, 5 MB (fonts-noto-cjk: finer, 89 MB)"
    fonts-noto-color-emoji "emoji, 10 MB"
)

# Stops with a clear message unless a Swift that builds this is on the PATH.
check_swift() {
    local version=""
    if command -v swift >/dev/null; then
        version="$(swift --version 2>/dev/null || true)"
    fi
    if [[ ! "$version" =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
        echo "Swift 6.3 or newer is needed, and no swift is on the PATH." >&2
        echo "Get it from https://www.swift.org/install/linux/ and start again." >&2
        return 1
    fi
    if ((BASH_REMATCH[1] < 6 || (BASH_REMATCH[1] == 6 && BASH_REMATCH[2] < 3))); then
        echo "Swift 6.3 or newer is needed; this is ${BASH_REMATCH[1]}.${BASH_REMATCH[2]}." >&2
        echo "Get it from https://www.swift.org/install/linux/ and start again." >&2
        return 1
    fi
}
