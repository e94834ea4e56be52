package dev.winnow.document;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is built at the first read. Most callers read only some lists of an article, and most rules match no line of a
 * page, so building all of them would waste time. Immutable and thread-safe.
 */
public final class LazyList<E> extends AbstractList<E> implements RandomAccess {

    private volatile @Nullable Supplier<List<E>> maker;
    private List<E> elements = List.of();

    /** Takes the supplier of the elements. The supplier is released after use. If it fails, the next read calls it again. */
    public LazyList(Supplier<List<E>> maker) {
        this.maker = maker;
    }

    /** Returns an immutable copy. A lazy list is returned itself, and is not built by this call. */
    public static <E> List<E> copyOf(List<E> list) {
        return list instanceof LazyList ? list : List.copyOf(list);
    }

    @Override
    public E get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }

    @Override
    public Iterator<E> iterator() {
        return elements().iterator();
    }

    private List<E> elements() {
        if (maker != null) {
            make();
        }
        return elements;
    }

    private synchronized void make() {
        Supplier<List<E>> waiting = maker;
        if (waiting != null) {
            elements = List.copyOf(waiting.get());
            maker = null;
        }
    }
}
