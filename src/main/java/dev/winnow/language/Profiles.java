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
 * N-gram profiles of seventy languages: the Optimaize detector, the one Tika wraps. It is used without Tika's wrapper because
 * that keeps state and leaves the seed of its sampling open, while the detector itself is thread-safe. Loaded at first use.
 */
final class Profiles {

    /** The detector draws n-grams by chance; with a fixed seed a text always gets the same answer. */
    private static final long SEED = 2L;
    /** Below it the answer is as often wrong as right. */
    private static final double SURE = 0.95;

    private Profiles() {}

    /** The text's ISO 639-1 code; null when no language is nearly certain. */
    static @Nullable String identify(String text) {
        List<DetectedLanguage> ranked = Loaded.DETECTOR.getProbabilities(text);
        if (ranked.isEmpty() || ranked.get(0).getProbability() < SURE) {
            return null;
        }
        String code = ranked.get(0).getLocale().getLanguage();
        return code.length() == 2 ? code : null;
    }

    /** Initialised by the class loader: once, and only when asked for. */
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
