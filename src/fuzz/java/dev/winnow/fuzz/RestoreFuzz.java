package dev.winnow.fuzz;

import dev.winnow.restore.Restore;
import dev.winnow.restore.RestoreException;
import dev.winnow.restore.Restored;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any bytes as cleaned articles with their ledgers: each record is restored, or refused for a reason. */
public final class RestoreFuzz {

    private RestoreFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try (Restore restore = Restore.of(new ByteArrayInputStream(bytes), "-")) {
            boolean more = true;
            while (more) {
                more = restores(restore);
            }
        }
    }

    /** Whether there was one more record. */
    private static boolean restores(Restore restore) throws IOException {
        try {
            Restored restored = restore.next();
            if (restored == null) {
                return false;
            }
            // Whoever was given a source gets its bytes.
            restored.bytes();
            return true;
        } catch (RestoreException refused) {
            Promise.holds(
                    refused.getMessage() != null && refused.getMessage().startsWith("-:"),
                    "what cannot be restored is named");
            return true;
        }
    }
}
