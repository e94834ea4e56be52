package dev.winnow.label;

import dev.winnow.rule.RulePack;
import java.util.OptionalInt;

/** The source of a value: how it was found, and how far to trust it. */
public sealed interface Provenance {

    /** The kind of source, the most trustworthy first. */
    enum Rank {
        /** A rule of the page's site. */
        SITE,
        /** Machine-readable values of the page itself. */
        HEAD,
        /** A rule for pages in general, or a mechanism. */
        COMMON;

        static Rank of(boolean site) {
            return site ? SITE : COMMON;
        }
    }

    /** Returns the full id of the rule or mechanism that found the value: the evidence. */
    String evidence();

    default Rank rank() {
        return Rank.COMMON;
    }

    /** Returns the line of the page that holds the value; empty where only its place in the markup is known. */
    default OptionalInt line() {
        return OptionalInt.empty();
    }

    /** Whether both were found by one match, such as a caption and its credit. */
    default boolean isOfMatch(Provenance other) {
        return equals(other);
    }

    /** Whether both stand side by side. */
    default boolean isNear(Provenance other) {
        return isOfMatch(other);
    }

    /**
     * An accepted match found the value in a line.
     *
     * @param number of the match
     * @param at number of the line
     */
    record Match(String evidence, Rank rank, int number, int at) implements Provenance {

        @Override
        public OptionalInt line() {
            return OptionalInt.of(at);
        }

        @Override
        public boolean isOfMatch(Provenance other) {
            return other instanceof Match match && match.number == number;
        }

        @Override
        public boolean isNear(Provenance other) {
            return other instanceof Match match && (match.number == number || Math.abs(match.at - at) <= 1);
        }
    }

    /**
     * The value stands in an element that a pack's {@code metadata} selects.
     *
     * @param selector number of the selector; all elements that it selects share it
     */
    record Selected(RulePack pack, int selector) implements Provenance {

        @Override
        public String evidence() {
            return pack.id() + "/metadata";
        }

        @Override
        public Rank rank() {
            return Rank.of(pack.ofSite());
        }

        @Override
        public boolean isOfMatch(Provenance other) {
            return false;
        }

        @Override
        public boolean isNear(Provenance other) {
            return other instanceof Selected selected && Math.abs(selected.selector - selector) <= 1;
        }
    }

    /**
     * The page gives the value in its machine-readable data.
     *
     * @param evidence such as {@code html/json-ld}
     */
    record Head(String evidence) implements Provenance {

        @Override
        public Rank rank() {
            return Rank.HEAD;
        }
    }

    /** A line near the headline may hold the day of publication. */
    record NearTitle(int at) implements Provenance {

        @Override
        public String evidence() {
            return "mechanism/date-near-title";
        }

        @Override
        public OptionalInt line() {
            return OptionalInt.of(at);
        }
    }

    /**
     * A line anywhere on a page of HTML may hold the day of publication. It counts only if all such lines hold the same day.
     *
     * @param ofSite whether the line belongs to the site: its date is today's or that of the copyright, unless a word calls it
     *     the day of publication
     */
    record OnPage(int at, boolean ofSite) implements Provenance {

        @Override
        public String evidence() {
            return "mechanism/date-on-page";
        }

        @Override
        public OptionalInt line() {
            return OptionalInt.of(at);
        }
    }

    /** The value was found by the place of its line, on a page whose markup is lost. */
    record InText(String evidence, int at) implements Provenance {

        @Override
        public OptionalInt line() {
            return OptionalInt.of(at);
        }
    }

    /** The headline stands twice at the top of the page. Rules may have removed these lines. */
    record Repeated() implements Provenance {

        @Override
        public String evidence() {
            return RepeatedTitle.ORIGIN.id();
        }
    }
}
