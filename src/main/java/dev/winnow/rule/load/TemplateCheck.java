package dev.winnow.rule.load;

import com.google.re2j.PatternSyntaxException;
import dev.winnow.rule.Field;
import dev.winnow.rule.Pattern;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Checks braces, slots and fields of templates, and the syntax and groups of regular expressions. */
final class TemplateCheck implements PatternCheck {

    /** Beginning of a capturing group of a regular expression. */
    private static final java.util.regex.Pattern GROUP = java.util.regex.Pattern.compile("\\(\\?P?<([^>=!]*)>");

    /** A template with more is broken as a whole. */
    private static final int MAX_PROBLEMS = 10;

    private final Set<String> slotTypes;

    TemplateCheck(Set<String> slotTypes) {
        this.slotTypes = Set.copyOf(slotTypes);
    }

    @Override
    public Findings check(Pattern pattern, boolean exact, Lexicons lexicons) {
        OnePattern one = new OnePattern(pattern.written(), lexicons);
        if (pattern instanceof Pattern.Template) {
            one.template();
        } else {
            one.regex();
        }
        return new Findings(one.problems, one.captures, one.literal);
    }

    /** What is gathered while one pattern is read. */
    private final class OnePattern {
        private final String written;
        private final Lexicons lexicons;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> captures = new HashSet<>();
        private boolean literal;

        OnePattern(String written, Lexicons lexicons) {
            this.written = written;
            this.lexicons = lexicons;
        }

        void template() {
            int i = 0;
            while (i < written.length() && problems.size() < MAX_PROBLEMS) {
                char c = written.charAt(i);
                if ((c == '{' || c == '}') && i + 1 < written.length() && written.charAt(i + 1) == c) {
                    literal = true;
                    i += 2;
                } else if (c == '}') {
                    problem(i, Code.TEMPLATE, "'}' without a '{' before it", "; a brace itself is written }}");
                    return;
                } else if (c == '{') {
                    int close = written.indexOf('}', i);
                    int again = written.indexOf('{', i + 1);
                    if (close < 0 || (again >= 0 && again < close)) {
                        problem(i, Code.TEMPLATE, "'{' without a '}' after it", "; a brace itself is written {{");
                        return;
                    }
                    slot(i + 1, written.substring(i + 1, close));
                    i = close + 1;
                } else {
                    literal |= Character.isLetterOrDigit(c) || !Character.isWhitespace(c);
                    i++;
                }
            }
        }

        private void slot(int start, String slot) {
            if (slot.isBlank()) {
                problem(start, Code.TEMPLATE, "an empty slot", "; write {any} for any text, {{}} for two braces");
            } else if (slot.startsWith("@")) {
                literal = true;
                String name = slot.substring(1);
                if (lexicons.get(name).isEmpty()) {
                    problem(
                            start + 1,
                            Code.UNKNOWN_LEXICON,
                            "unknown lexicon '" + Words.cut(name) + "'",
                            known(name, lexicons.names(), "lexicons"));
                }
            } else if (slot.startsWith("=")) {
                field(start + 1, slot.substring(1));
            } else if (slot.indexOf(':') >= 0) {
                int colon = slot.indexOf(':');
                String name = slot.substring(0, colon);
                String type = slot.substring(colon + 1);
                if (field(start, name)) {
                    captures.add(name);
                }
                if (!slotTypes.contains(type)) {
                    problem(
                            start + colon + 1,
                            Code.UNKNOWN_SLOT,
                            "unknown slot type '" + Words.cut(type) + "'",
                            known(type, slotTypes, "types"));
                }
            } else if (Field.ofKey(slot).isPresent()) {
                captures.add(slot);
            } else if (!slotTypes.contains(slot)) {
                Set<String> both = new TreeSet<>(slotTypes);
                both.addAll(Field.keys());
                problem(
                        start,
                        Code.UNKNOWN_SLOT,
                        "'" + Words.cut(slot) + "' is neither a metadata field nor a slot type",
                        known(slot, both, "fields and types"));
            }
        }

        private boolean field(int offset, String name) {
            if (Field.ofKey(name).isPresent()) {
                return true;
            }
            problem(
                    offset,
                    Code.UNKNOWN_FIELD,
                    "there is no metadata field '" + Words.cut(name) + "'",
                    known(name, Field.keys(), "fields"));
            return false;
        }

        void regex() {
            literal = true;
            Matcher groups = GROUP.matcher(written);
            while (groups.find() && problems.size() < MAX_PROBLEMS) {
                if (field(groups.start(1), groups.group(1))) {
                    captures.add(groups.group(1));
                }
            }
            try {
                com.google.re2j.Pattern.compile(written);
            } catch (PatternSyntaxException e) {
                String fragment = e.getPattern();
                int at = fragment == null ? 0 : Math.max(0, written.indexOf(fragment));
                problem(
                        at,
                        Code.REGEX,
                        "RE2 does not take this expression: " + Words.cut(e.getDescription()),
                        e.getDescription().contains("Perl") ? "; it has no look-around and no back-references" : "");
            }
        }

        private void problem(int offset, Code code, String message, String suggestion) {
            problems.add(new Problem(offset, code, message, suggestion));
        }
    }

    private static String known(String written, Collection<String> names, String what) {
        return names.isEmpty() ? "; there are no " + what : Words.instead(written, names, new TreeSet<>(names));
    }
}
