package dev.winnow.library;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads a library's jars, and the classes of ours that call it, beside the program. The library's own classes go before those
 * of the program's jar, which holds parts of some (cut down to what the program needs): a library is one whole, of one loader.
 * Thread-safe.
 */
final class LibraryLoader extends URLClassLoader {

    private static final String OURS = "dev.winnow.";

    static {
        registerAsParallelCapable();
    }

    private final Library library;

    /** @param folder holds {@code *.jar} and, in {@code classes}, ours */
    LibraryLoader(Library library, Path folder, ClassLoader program) throws LibraryException {
        super(library.key(), urls(folder), program);
        this.library = library;
    }

    private static URL[] urls(Path folder) throws LibraryException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(paths::add);
            // The order decides between namesakes; a folder has none of its own.
            Collections.sort(paths);
            paths.add(0, folder.resolve("classes"));
            List<URL> urls = new ArrayList<>();
            for (Path path : paths) {
                urls.add(path.toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new LibraryException("the folder " + folder + " cannot be read: " + unreadable.getMessage()
                    + "; delete it and try again");
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(OURS) && !library.isCaller(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = ofPlatform(name);
            }
            if (loaded == null) {
                try {
                    loaded = findClass(name);
                } catch (ClassNotFoundException notHere) {
                    loaded = super.loadClass(name, resolve);
                }
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private static @Nullable Class<?> ofPlatform(String name) {
        try {
            return getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException notHere) {
            return null;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    /** Only the library's: a list of services in the program's jar would name classes of another loader. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }
}
