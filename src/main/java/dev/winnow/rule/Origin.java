package dev.winnow.rule;

import org.jspecify.annotations.Nullable;

/** Who says what a line is, or a value. */
public sealed interface Origin {

    /** Full id, as evidence. */
    String id();

    /** The pack that says so; null when none does. */
    default @Nullable RulePack pack() {
        return null;
    }

    /** Whether it knows the page's site, and not pages in general. */
    default boolean ofSite() {
        RulePack pack = pack();
        return pack != null && pack.ofSite();
    }

    /** How it writes dates. */
    default DateSettings dates() {
        RulePack pack = pack();
        return pack == null ? DateSettings.UNKNOWN : pack.dates();
    }

    /** Whether it says nothing of lines of code: what they say is no word of the page. */
    boolean sparesCode();

    /** A rule of a pack. */
    record OfRule(Rule rule, RulePack pack) implements Origin {

        @Override
        public String id() {
            return rule.id();
        }

        /** A site's rules know its code, and so do elements and ranges, whatever the words. */
        @Override
        public boolean sparesCode() {
            return !pack.ofSite()
                    && !rule.keep()
                    && !(rule.matcher() instanceof Matcher.OfElements)
                    && !(rule.matcher() instanceof Matcher.OfRange);
        }
    }

    /**
     * What a pack says of its pages' markup as a whole.
     *
     * @param key under which the pack says it, such as {@code article}
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
     * What knows lines without any wording.
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
