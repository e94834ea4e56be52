package dev.winnow.label;

import dev.winnow.rule.RulePack;
import java.util.OptionalInt;

/** Where a value comes from, and on whose word. */
public sealed interface Provenance {

    /** Who says a value, the most trustworthy first. */
    enum Rank {
        /** A rule of the page's site. */
        SITE,
        /** The page itself, for programs. */
        HEAD,
        /** A rule for pages in general, or a mechanism. */
        COMMON;

        static Rank of(boolean site) {
            return site ? SITE : COMMON;
        }
    }

    /** The full id of the rule, or the mechanism, that found it: the evidence. */
    String evidence();

    default Rank rank() {
        return Rank.COMMON;
    }

    /** The line of the page in which it stands; empty where only its place in the markup is known. */
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
     * An accepted match found it in a line.
     *
     * @param number of the match
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
     * It stands in an element that a pack's {@code metadata} selects.
     *
     * @param selector its number; all that it selects have the same
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
     * The page says so of itself, for programs.
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
     * A line anywhere on a page of HTML may hold the day of publication; that counts only where all such lines hold the same day.
     *
     * @param ofSite whether dates there are of today or of the rights, unless they are called those of the publication
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

    /** A line tells it by its place on a page whose markup is lost. */
    record InText(String evidence, int at) implements Provenance {

        @Override
        public OptionalInt line() {
            return OptionalInt.of(at);
        }
    }

    /** The headline stands twice at the head of the page; rules may have taken the lines. */
    record Repeated() implements Provenance {

        @Override
        public String evidence() {
            return RepeatedTitle.ORIGIN.id();
        }
    }
}
