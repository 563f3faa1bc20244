package org.ivrea.designer.canvas.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class GridIndexTest {

    /// Whatever was put, moved and removed: the index finds what a look at everything finds.
    @Property(tries = 300)
    void findsWhatALookAtEverythingFinds(@ForAll @Size(max = 60) List<@IntRange(min = -9_000, max = 9_000) Integer> xs,
            @ForAll @Size(min = 4, max = 4) List<@IntRange(min = -9_000, max = 9_000) Integer> area) {
        var index = new GridIndex<String>();
        Map<String, Bounds> all = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int at = 0; at + 2 < xs.size(); at++) {
            var bounds = new Bounds(xs.get(at), xs.get(at + 1), Math.abs(xs.get(at + 2)) % 6_000, 70);
            if (at % 3 == 2 && !names.isEmpty()) {
                String moved = names.get(Math.floorMod(xs.get(at), names.size()));
                index.put(moved, bounds);
                all.put(moved, bounds);
            } else if (at % 7 == 6) {
                String removed = names.removeLast();
                index.remove(removed);
                all.remove(removed);
            } else {
                String name = "item" + at;
                names.add(name);
                index.put(name, bounds);
                all.put(name, bounds);
            }
        }
        Bounds wanted = Bounds.between(area.get(0), area.get(1), area.get(2), area.get(3));

        assertThat(index.in(wanted)).containsExactlyInAnyOrderElementsOf(
                all.entrySet().stream().filter(entry -> entry.getValue().intersects(wanted)).map(Map.Entry::getKey)
                        .toList());
    }
}
