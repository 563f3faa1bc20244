package org.ivrea.flow.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// An immutable map that is sorted by its string keys, held in two arrays.
///
/// A large flow is edited many times and every step is kept for undo: here a copy with one value changed costs one
/// array copy (four bytes per node) and shares the keys.
final class IdMap<V> extends AbstractMap<String, V> implements SequencedMap<String, V> {
    private static final IdMap<?> EMPTY = new IdMap<>(new String[0], new Object[0]);

    private final String[] keys;
    private final Object[] values;

    private IdMap(String[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    @SuppressWarnings("unchecked")
    static <V> IdMap<V> copyOf(Map<String, ? extends V> map) {
        if (map instanceof IdMap<?> sorted) {
            return (IdMap<V>) sorted;
        }
        if (map.isEmpty()) {
            return (IdMap<V>) EMPTY;
        }
        String[] keys = map.keySet().toArray(String[]::new);
        Arrays.sort(keys);
        Object[] values = new Object[keys.length];
        for (int index = 0; index < keys.length; index++) {
            values[index] = Objects.requireNonNull(map.get(keys[index]));
        }
        return new IdMap<>(keys, values);
    }

    IdMap<V> with(String key, V value) {
        int index = Arrays.binarySearch(keys, key);
        if (index >= 0) {
            Object[] changed = values.clone();
            changed[index] = value;
            return new IdMap<>(keys, changed);
        }
        int place = -index - 1;
        String[] moreKeys = Arrays.copyOf(keys, keys.length + 1);
        Object[] moreValues = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(keys, place, moreKeys, place + 1, keys.length - place);
        System.arraycopy(values, place, moreValues, place + 1, values.length - place);
        moreKeys[place] = key;
        moreValues[place] = value;
        return new IdMap<>(moreKeys, moreValues);
    }

    IdMap<V> without(Collection<String> removed) {
        int kept = 0;
        String[] keptKeys = new String[keys.length];
        Object[] keptValues = new Object[keys.length];
        for (int index = 0; index < keys.length; index++) {
            if (!removed.contains(keys[index])) {
                keptKeys[kept] = keys[index];
                keptValues[kept++] = values[index];
            }
        }
        return kept == keys.length
                ? this
                : new IdMap<>(Arrays.copyOf(keptKeys, kept), Arrays.copyOf(keptValues, kept));
    }

    /// Every value replaced by what `change` gives for it.
    IdMap<V> map(BiFunction<String, V, V> change) {
        Object[] changed = new Object[values.length];
        for (int index = 0; index < keys.length; index++) {
            changed[index] = change.apply(keys[index], value(index));
        }
        return new IdMap<>(keys, changed);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int index = indexOf(key);
        return index < 0 ? null : value(index);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new EntryIterator();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    @Override
    public SequencedMap<String, V> reversed() {
        SequencedMap<String, V> reversed = new LinkedHashMap<>();
        for (int index = keys.length - 1; index >= 0; index--) {
            reversed.put(keys[index], value(index));
        }
        return Collections.unmodifiableSequencedMap(reversed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdMap<?> sorted
                ? Arrays.equals(keys, sorted.keys) && Arrays.equals(values, sorted.values)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private int indexOf(@Nullable Object key) {
        return key instanceof String text ? Arrays.binarySearch(keys, text) : -1;
    }

    @SuppressWarnings("unchecked")
    private V value(int index) {
        return (V) values[index];
    }

    private final class EntryIterator implements Iterator<Entry<String, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Entry<String, V> next() {
            if (next == keys.length) {
                throw new NoSuchElementException();
            }
            return Map.entry(keys[next], value(next++));
        }
    }
}
