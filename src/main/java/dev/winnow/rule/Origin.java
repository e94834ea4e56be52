package dev.winnow.rule;

import org.jspecify.annotations.Nullable;

/** The source of a label or value: a rule, a pack or a mechanism. */
public sealed interface Origin {

    /** Returns the full id, shown as evidence. */
    String id();

    /** Returns the pack of the source; null for a mechanism. */
    default @Nullable RulePack pack() {
        return null;
    }

    /** Whether the source belongs to a site's pack. */
    default boolean ofSite() {
        RulePack pack = pack();
        return pack != null && pack.ofSite();
    }

    /** Returns the date settings of the pack. */
    default DateSettings dates() {
        RulePack pack = pack();
        return pack == null ? DateSettings.UNKNOWN : pack.dates();
    }

    /** Whether the source leaves lines of code alone: words in code are not the page's own words. */
    boolean sparesCode();

    /** A rule of a pack. */
    record OfRule(Rule rule, RulePack pack) implements Origin {

        @Override
        public String id() {
            return rule.id();
        }

        /** False for site rules, which know the site's code, and for rules that do not depend on wording: elements and ranges. */
        @Override
        public boolean sparesCode() {
            return !pack.ofSite()
                    && !rule.keep()
                    && !(rule.matcher() instanceof Matcher.OfElements)
                    && !(rule.matcher() instanceof Matcher.OfRange);
        }
    }

    /**
     * A statement in the header of a pack about the markup of its pages.
     *
     * @param key the header key, such as {@code article}
     */
    record OfPack(RulePack pack, String key) implements Origin {

        @Override
        public String id() {
            return pack.id() + "/" + key;
        }

        @Override
        public boolean sparesCode() {
            return false;
        }
    }

    /**
     * A mechanism: Java code that recognises lines by place, shape or repetition, without a rule.
     *
     * @param id {@code mechanism/name}
     */
    record OfMechanism(String id) implements Origin {

        @Override
        public boolean sparesCode() {
            return true;
        }
    }
}
