package dev.winnow.document;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is made when it is first read: most of an article's lists are not looked at by most who clean, and most rules are on no page. Cannot be changed;
 * thread-safe.
 */
public final class LazyList<E> extends AbstractList<E> implements RandomAccess {

    private volatile @Nullable Supplier<List<E>> maker;
    private List<E> elements = List.of();

    /** Takes what makes the elements; it is let go of when it has, and runs again for the next reader if it fails. */
    public LazyList(Supplier<List<E>> maker) {
        this.maker = maker;
    }

    /** A copy that cannot be changed; the same list if it is a lazy one, which is not made for this. */
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
