package org.ivrea.flow.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdMapPropertiesTest {

    @Property
    void behavesAsASortedMap(@ForAll @Size(max = 12) Map<@StringLength(max = 3) String, Integer> entries,
            @ForAll @StringLength(max = 3) String key, @ForAll int value) {
        var expected = new TreeMap<>(entries);
        IdMap<Integer> map = IdMap.copyOf(entries);
        assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(map.get(key)).isEqualTo(expected.get(key));

        expected.put(key, value);
        assertThat(map.with(key, value)).isEqualTo(expected).isEqualTo(IdMap.copyOf(expected));
        assertThat(map).isEqualTo(entries);

        expected.remove(key);
        assertThat(map.with(key, value).without(Set.of(key))).isEqualTo(expected);
        assertThat(List.copyOf(map.reversed().keySet())).isEqualTo(List.copyOf(map.keySet()).reversed());
    }

    @Example
    void whatDoesNotChangeIsShared() {
        IdMap<Integer> map = IdMap.copyOf(Map.of("a", 1, "b", 2));
        assertThat(map.map((_, value) -> value)).isEqualTo(map);
        assertThat(map.without(Set.of("c"))).isSameAs(map);
        assertThat(IdMap.copyOf(map)).isSameAs(map);
        assertThat(map.map((key, value) -> key.equals("a") ? 5 : value)).isEqualTo(Map.of("a", 5, "b", 2));
    }

    @Example
    void cannotBeModified() {
        IdMap<Integer> map = IdMap.copyOf(Map.of("a", 1));
        assertThatThrownBy(() -> map.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.firstEntry().setValue(2)).isInstanceOf(UnsupportedOperationException.class);
    }
}
