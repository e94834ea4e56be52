package dev.winnow.language;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * N-gram profiles of seventy languages: the Optimaize detector, which Tika also uses. It is called without Tika's wrapper,
 * because that keeps state and does not fix the random seed; the detector itself is thread-safe. Loaded at first use.
 */
final class Profiles {

    /** The detector samples n-grams at random. With a fixed seed a text always gets the same result. */
    private static final long SEED = 2L;
    /** Minimum probability. Below it the result is as often wrong as right. */
    private static final double SURE = 0.95;

    private Profiles() {}

    /** Returns the ISO 639-1 code of a text; null when no language is nearly certain. */
    static @Nullable String identify(String text) {
        List<DetectedLanguage> ranked = Loaded.DETECTOR.getProbabilities(text);
        if (ranked.isEmpty() || ranked.get(0).getProbability() < SURE) {
            return null;
        }
        String code = ranked.get(0).getLocale().getLanguage();
        return code.length() == 2 ? code : null;
    }

    /** Initialised by the class loader: once, at the first use. */
    private static final class Loaded {

        static final LanguageDetector DETECTOR = load();

        private static LanguageDetector load() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .seed(SEED)
                        .minimalConfidence(SURE)
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the language profiles; is the jar damaged?", e);
            }
        }
    }
}
