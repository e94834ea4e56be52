package dev.winnow.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the import arrows: data flows down the list of layers, imports point up, libraries stay where they are used. */
class DependencyDirectionTest {

    private static final String BASE = "dev.winnow";

    /** From the nouns to the shells. A layer may import those before it. A new package takes its place here. */
    private static final List<Layer> LAYERS = List.of(
            new Layer("text", BASE + ".text.."),
            new Layer("document", BASE + ".document.."),
            new Layer("model", BASE + ".model.."),
            new Layer("source", BASE + ".source.."),
            new Layer("normalize", BASE + ".normalize.."),
            new Layer("language", BASE + ".language.."),
            new Layer("rule", BASE + ".rule.."),
            new Layer("stats", BASE + ".stats.."),
            new Layer("imports", BASE + ".imports.."),
            new Layer("label", BASE + ".label.."),
            new Layer("metadata", BASE + ".metadata.."),
            new Layer("render", BASE + ".render.."),
            new Layer("output", BASE + ".output.."),
            new Layer("restore", BASE + ".restore.."),
            new Layer("parquet", BASE + ".parquet.."),
            new Layer("Winnow", BASE),
            new Layer("report", BASE + ".report.."),
            new Layer("run", BASE + ".run.."),
            new Layer("audit", BASE + ".audit.."),
            new Layer("fixture", BASE + ".fixture.."),
            new Layer("junit", BASE + ".junit.."),
            new Layer("evaluate", BASE + ".evaluate.."),
            new Layer("trial", BASE + ".trial.."),
            new Layer("learn", BASE + ".learn.."),
            new Layer("web", BASE + ".web.."),
            new Layer("cli", BASE + ".cli.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("layersWithThoseBelow")
    void importsOnlyWhatStandsAboveIt(Layer layer, List<Layer> below) {
        noClasses()
                .that(resideInAnyPackage(layer.packages()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(below)))
                .because("data flows down the layers, imports point up")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void hasAPlaceForEveryPackage() {
        classes().should().resideInAnyPackage(packages(LAYERS)).check(CLASSES);
    }

    @Test
    void isDrawnAndListedInThisOrder() throws IOException {
        List<String> names = LAYERS.stream().map(Layer::name).toList();
        String drawing =
                Files.readString(Path.of("docs/architecture.md"), UTF_8).split("```(mermaid)?")[3];
        assertThat(drawing.lines()
                        .map(String::strip)
                        .filter(line -> line.matches("\\w+(; \\w+)*") && !line.equals("end"))
                        .flatMap(line -> Stream.of(line.split("; "))))
                .containsExactlyElementsOf(names);
        assertThat(Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                        .matcher(Files.readString(Path.of("CONTRIBUTING.md"), UTF_8))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(names);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void documentKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(BASE + ".document..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        BASE + ".text..", BASE + ".document..", "java..", "org.jspecify.annotations"))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void namesNoClassWhoseLibraryMayBeMissing() {
        noClasses()
                .that(resideOutsideOfPackages(BASE + ".source.office..", BASE + ".parquet..", BASE + ".junit.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(BASE + ".source.office..", BASE + ".parquet..", BASE + ".junit.."))
                .because("a program may leave their libraries out")
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("librariesWithTheirPackages")
    void keepsTheLibraryInside(String library, List<String> users) {
        noClasses()
                .that(resideOutsideOfPackages(users.toArray(String[]::new)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .because("it is a detail of " + users)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    static Stream<Arguments> layersWithThoseBelow() {
        return IntStream.range(0, LAYERS.size() - 1)
                .mapToObj(i -> arguments(LAYERS.get(i), LAYERS.subList(i + 1, LAYERS.size())));
    }

    static Stream<Arguments> librariesWithTheirPackages() {
        return Stream.of(
                library("org.apache.tika..", "source", "language"),
                library("com.google.re2j..", "rule"),
                library("org.snakeyaml..", "rule.load"),
                library(
                        "com.fasterxml.jackson..",
                        "source",
                        "output",
                        "restore",
                        "parquet",
                        "report",
                        "fixture",
                        "evaluate",
                        "web"),
                library("org.apache.parquet..", "parquet"),
                library("org.apache.hadoop..", "parquet"),
                library("org.apache.commons.text..", "normalize", "rule", "label", "metadata"),
                library("picocli..", "cli"),
                library("org.junit..", "junit"),
                library("org.apache.pdfbox..", "source.office"),
                library("org.apache.poi..", "source.office"),
                library("org.apache.james..", "source.office"),
                library("org.apache.commons.compress..", "source"),
                library("org.tukaani.xz..", "source.container"),
                library("com.github.luben..", "source.container"),
                library("org.brotli..", "source.container"),
                library("org.jsoup..", "source.html", "learn"),
                library("crawlercommons..", "text"),
                // These come with other libraries; they are not ours to use.
                library("com.google.common.."),
                library("org.apache.commons.io.."),
                library("org.slf4j.."));
    }

    private static Arguments library(String library, String... users) {
        List<String> packages = new ArrayList<>();
        for (String user : users) {
            packages.add(BASE + "." + user + "..");
        }
        return arguments(library, packages);
    }

    private static String[] packages(List<Layer> layers) {
        return layers.stream().map(Layer::packages).toArray(String[]::new);
    }

    private record Layer(String name, String packages) {

        @Override
        public String toString() {
            return name;
        }
    }
}
