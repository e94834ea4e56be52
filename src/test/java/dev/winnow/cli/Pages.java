package dev.winnow.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small rules and pages, so that tests of the command line do not depend on those that come with Winnow. */
final class Pages {

    static final String RULES = """
            pack: common

            rules:
            - id: share
              label: share
              line: Share this page
              examples:
              - hit: ⟦Share this page⟧
              - miss: Share this page with friends
            - id: tail
              label: related
              range: {from: More stories, to: end}
              unless: {followed_by: {sentence-like: 1}}
              examples:
              - hit: |
                  The ferry left the harbour on Sunday morning, the company said.
                  ⟦More stories
                  Cat found⟧
              - miss: More stories than one were told that evening in the old harbour inn.
            """;

    static final String PAGE = """
            Ferry service resumes after storm

            The first ferry left the harbour on Sunday morning, the company said.
            Share this page
            More stories
            Nine people waited on the quay since Friday evening, an officer said.
            More stories
            Cat found
            """;

    static final String TEXT = """
            Ferry service resumes after storm

            The first ferry left the harbour on Sunday morning, the company said.

            More stories

            Nine people waited on the quay since Friday evening, an officer said.
            """;

    private Pages() {}

    /** A folder with the rules; returns it. */
    static String rules(Path folder) {
        return file(folder.resolve("rules/common/test.yaml"), RULES)
                .getParent()
                .getParent()
                .toString();
    }

    static Path file(Path path, String content) {
        try {
            Files.createDirectories(path.getParent());
            return Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
