package dev.winnow.trial;

/**
 * One thing that other rules change on a page.
 *
 * @param kind what happens
 * @param subject the label of the text, with both labels of {@link Kind#RELABELLED}; of metadata the name of the field
 * @param rule full id of the rule, or the mechanism, that is behind it: of {@link Kind#SPARED} and {@link Kind#LOST} the one that
 *     acted before, else the one that acts now
 * @param text the line, or the stretch of one; of metadata the value, with both values of {@link Kind#CHANGED}
 */
public record Effect(Kind kind, String subject, String rule, String text) {

    /** What happens to a text or to a field. */
    public enum Kind {
        /** It stayed, and goes now. */
        REMOVED("newly removed"),
        /** It went, and stays now. */
        SPARED("spared"),
        /** It has another label, but stays, or goes, as before. */
        RELABELLED("relabelled"),
        /** The field had no value. */
        CAPTURED("metadata found"),
        /** The field has another value. */
        CHANGED("metadata changed"),
        /** The field has no value any more. */
        LOST("metadata lost");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For a person. */
        public String title() {
            return title;
        }
    }
}
