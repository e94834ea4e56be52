package dev.winnow.trial;

/**
 * One change that new rules make on a page.
 *
 * @param kind the kind of change
 * @param subject the label of the text, for {@link Kind#RELABELLED} both labels; for metadata the name of the field
 * @param rule full id of the rule, or the mechanism, that causes the change: for {@link Kind#SPARED} and {@link Kind#LOST} the
 *     one that acted before, else the one that acts now
 * @param text the line, or the stretch of one; for metadata the value, for {@link Kind#CHANGED} both values
 */
public record Effect(Kind kind, String subject, String rule, String text) {

    /** The kinds of changes of a text or a field. */
    public enum Kind {
        /** The text stayed before, and is removed now. */
        REMOVED("newly removed"),
        /** The text was removed before, and stays now. */
        SPARED("spared"),
        /** The text has another label, but is kept or removed as before. */
        RELABELLED("relabelled"),
        /** The field had no value before, and has one now. */
        CAPTURED("metadata found"),
        /** The field has another value. */
        CHANGED("metadata changed"),
        /** The field had a value before, and has none now. */
        LOST("metadata lost");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Returns the name of the kind for a person. */
        public String title() {
            return title;
        }
    }
}
