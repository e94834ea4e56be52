package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Explanation;
import dev.winnow.Explanation.LineExplanation;
import dev.winnow.Winnow;
import dev.winnow.document.LineFeeds;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.Span;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow why}: shows the label of one line of a file, and the rule and reason. */
@Command(
        name = "why",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Say why one line of a page stays or goes.",
            "Shows its label, its rule and where the rule is written, the reason, and rules that nearly matched.",
            "LINE is the number of a line in the file, from 1, as explain and warnings show it. In HTML, all text on that"
                    + " line is shown."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  winnow why page.txt:17", "  winnow why --rules my-rules page.html:21"})
final class WhyCommand extends BaseCommand {

    private static final Pattern PLACE = Pattern.compile("(.+):([1-9][0-9]{0,8})", Pattern.DOTALL);

    @Parameters(paramLabel = "FILE:LINE", description = "A file with one page, and the number of a line in it.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String place;

    @Option(names = "--url", paramLabel = "URL", description = "URL of the page, which decides its site.")
    private @Nullable String url;

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final CleaningOptions cleaning = new CleaningOptions();

    @Mixin
    private final ColourOption colour = new ColourOption();

    private final EarlyRules early;

    WhyCommand(Console console, EarlyRules early) {
        super(console);
        this.early = early;
    }

    @Override
    public Integer call() throws IOException {
        Matcher asked = PLACE.matcher(place);
        if (!asked.matches()) {
            throw UserError.usage("'" + place + "' is not FILE:LINE; write it like page.txt:17");
        }
        int number = Integer.parseInt(asked.group(2));
        SourceDocument read = document(asked.group(1));
        SourceDocument source = url == null ? read : read.withUrl(url);
        LineFeeds feeds = LineFeeds.ofSource(source.text());
        if (number > feeds.lines()) {
            throw UserError.usage(asked.group(1) + " has no line " + number + "; it has "
                    + source.text().lines().count());
        }
        Span line = new Span(feeds.start(number - 1), feeds.end(number - 1));
        Winnow winnow = cleaning.winnow(early, console);
        Explanation explanation = winnow.explain(source);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < explanation.lines().size(); i++) {
            LineExplanation explained = explanation.lines().get(i);
            if (explained.number() == number || meets(explained, line)) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            console.say("line " + number + " of " + asked.group(1) + " holds no text of the page");
            return ExitCode.FINDINGS;
        }
        Style style = colour.style(console);
        ExplainView view = new ExplainView(style, console.width(), false);
        StringBuilder out = new StringBuilder(view.show(place, explanation, found));
        Set<String> named = rules(explanation, found);
        winnow.rules().packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> named.contains(rule.id()))
                .forEach(rule -> out.append(Console.printable(rule.id() + " is written at " + rule.place()))
                        .append('\n'));
        console.out().write(out.toString().getBytes(UTF_8));
        return ExitCode.OK;
    }

    private SourceDocument document(String file) throws IOException {
        SourceDocument only = null;
        try (Inputs inputs = reading.open(List.of(file), console)) {
            while (inputs.hasNext()) {
                Input next = inputs.next();
                if (!(next instanceof Input.Document document)) {
                    throw UserError.usage(next.toString());
                }
                if (only != null) {
                    throw UserError.usage(file + " holds several pages; winnow explain --id ID --grep TEXT " + file
                            + " shows the lines of one page that contain a text");
                }
                only = document.document();
            }
        }
        if (only == null) {
            throw UserError.usage(file + ": there is no page");
        }
        return only;
    }

    private static boolean meets(LineExplanation explained, Span line) {
        Span source = explained.line().source();
        return source.start() < line.end() && source.end() > line.start();
    }

    private static Set<String> rules(Explanation explanation, List<Integer> lines) {
        Set<String> rules = new HashSet<>();
        for (int i : lines) {
            LineExplanation line = explanation.lines().get(i);
            rules.add(line.line().rule());
            line.stretches().forEach(stretch -> rules.add(stretch.rule()));
            ExplainView.nearMisses(line).forEach(miss -> rules.add(miss.rule()));
        }
        return rules;
    }
}
