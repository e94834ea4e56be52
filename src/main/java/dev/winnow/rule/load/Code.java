package dev.winnow.rule.load;

/** The codes of diagnostics. Stable: a code keeps its meaning, and the number of a removed code is not used again. */
public enum Code {
    UNREADABLE("R001", "a file or folder cannot be read"),
    NO_RULES("R002", "a folder without rule files"),
    TOO_LARGE("R003", "a file larger than 4 MiB"),
    NOT_UTF8("R004", "bytes that are not UTF-8"),
    NOT_YAML("R005", "text that is not YAML"),
    TAB("R006", "a tab where spaces must stand"),
    EMPTY_FILE("R007", "a file without content"),
    SECOND_DOCUMENT("R008", "a second YAML document in a file"),
    ANCHOR("R009", "an anchor, an alias or a merge key"),
    TAG("R010", "a YAML tag"),
    TOO_DEEP("R011", "values nested more than 30 deep"),
    TOO_MANY("R012", "more than 100 problems in a file; the rest is not shown"),

    UNKNOWN_KEY("R020", "a key that is not allowed here"),
    MISSING_KEY("R021", "a key that must be there"),
    WRONG_KIND("R022", "a value of the wrong kind: a list, a map, a text or a number"),
    DUPLICATE_KEY("R023", "a key twice in one map"),
    EMPTY_VALUE("R024", "a missing or empty value"),
    NOT_ALLOWED("R025", "a value that is not one of the allowed values"),
    BAD_FORM("R026", "a text of the wrong form: an id, a host, a date, a time zone"),
    OUT_OF_RANGE("R027", "a number that is too small or too large"),
    TWICE_IN_LIST("R028", "a value twice in a list"),
    ONE_OF("R029", "none or several of keys of which exactly one must be there"),

    DUPLICATE_RULE("R030", "a rule id twice in a pack"),
    DUPLICATE_LEXICON("R031", "a lexicon twice in a rule folder"),
    UNKNOWN_RULE("R032", "a disabled rule that does not exist"),
    NO_LABEL("R033", "lines that get no label"),
    NO_LITERAL("R034", "a sequence of lines without a fixed word to find it by"),
    CONTRADICTION("R035", "two values that exclude each other"),

    TEMPLATE("R040", "a template that cannot be read"),
    UNKNOWN_SLOT("R041", "a slot that is neither a field nor a type"),
    UNKNOWN_FIELD("R042", "a capture without a metadata field"),
    UNKNOWN_LEXICON("R043", "a lexicon that does not exist"),
    REGEX("R044", "a regular expression that RE2 does not take"),
    SELECTOR("R045", "a CSS selector that cannot be read"),

    NO_HIT("R050", "a rule without a hit among its examples"),
    NO_MISS("R051", "a rule without a miss among its examples"),
    MARKS("R052", "the marks ⟦ ⟧ of an example are missing, unbalanced or out of place"),
    NOT_CAPTURED("R053", "an example expects a field that the rule does not capture"),

    WORDING_ALONE("R060", "a rule for noise whose only evidence is wording; only lint reports this, the rule works"),
    SAME_LINES(
            "R061",
            "the same wording twice, with the same conditions and label; only lint reports this and the codes below"),
    CONTRARY("R062", "two labels for the same wording under the same conditions: no order decides between them"),
    CUT_SHORT("R063", "a text without quotes that YAML ends before ` #`"),
    QUOTES("R064", "typographic quotes around a text, which are part of it"),
    RUN_OUT("R065", "a pack whose last day is over, and no pack follows it"),
    GONE("R066", "a rule id that was there at the revision of `--since` and is gone"),
    SHADOWED("R067", "a wording without effect, since another one takes each of its lines"),
    NEVER_MET("R068", "conditions that no line meets, or a text that does not have the required shape"),
    NEVER_FITS("R069", "a sequence or a range, or a part of one, that no lines fit"),
    UNUSED("R070", "a pack, a lexicon or an entry of `disable` that nothing uses"),
    TAKES_PROSE("R071", "a rule that takes sentences of articles"),
    SIGNS(
            "R072",
            "signs that are literal text in a template: those of a regular expression, doubled braces, a line break"),
    NOISE_FILLS_FIELD(
            "R073",
            "a rule for noise with a slot that fills a metadata field because a field has the name of the type, such as `{url}`");

    private final String id;
    private final String meaning;

    Code(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** Returns the printed code, for example {@code R020}. */
    public String id() {
        return id;
    }

    /** Returns a short description of the problem. */
    public String meaning() {
        return meaning;
    }
}
