package dev.winnow.document;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which labels stay in the text. Studies and benchmarks differ in what counts as main content, so this is a named choice
 * and not a constant.
 *
 * @param name name for reports, for example {@code article}
 * @param summary what stays, for a person
 * @param kept labels whose lines stay
 */
public record Policy(String name, String summary, Set<Label> kept) {

    /** The default: the article's text stays; the rest becomes metadata or is dropped. */
    public static final Policy ARTICLE =
            new Policy("article", "headings, paragraphs, lists, quotes", ofGroups(Label.Group.TEXT));
    /** The text and the information about it: headline, standfirst, byline, captions … */
    public static final Policy PAGE = new Policy(
            "page", "also title, standfirst, byline, captions …", ofGroups(Label.Group.TEXT, Label.Group.ABOUT));
    /** Everything stays; rules still fill the metadata. */
    public static final Policy ALL =
            new Policy("all", "everything; only metadata is taken", EnumSet.allOf(Label.class));

    public Policy {
        kept = Collections.unmodifiableSet(kept.isEmpty() ? EnumSet.noneOf(Label.class) : EnumSet.copyOf(kept));
    }

    public static List<Policy> named() {
        return List.of(ARTICLE, PAGE, ALL);
    }

    public static Optional<Policy> ofName(String name) {
        return named().stream().filter(policy -> policy.name.equals(name)).findFirst();
    }

    public boolean keeps(Label label) {
        return kept.contains(label);
    }

    public Policy keeping(Set<Label> labels) {
        Set<Label> all = EnumSet.copyOf(kept);
        all.addAll(labels);
        return new Policy(name, summary, all);
    }

    public Policy dropping(Set<Label> labels) {
        Set<Label> rest = kept.isEmpty() ? EnumSet.noneOf(Label.class) : EnumSet.copyOf(kept);
        rest.removeAll(labels);
        return new Policy(name, summary, rest);
    }

    private static Set<Label> ofGroups(Label.Group... groups) {
        Set<Label> labels = EnumSet.noneOf(Label.class);
        for (Label label : Label.values()) {
            if (List.of(groups).contains(label.group())) {
                labels.add(label);
            }
        }
        return labels;
    }
}
