package dev.winnow.rule.load;

/** placeholder */
final class RuleSchema {
    private static final RuleSchema INSTANCE = new RuleSchema();

    static RuleSchema ofRuleFiles() {
        return INSTANCE;
    }

    void check(YamlNode node, Source source) {}
}
