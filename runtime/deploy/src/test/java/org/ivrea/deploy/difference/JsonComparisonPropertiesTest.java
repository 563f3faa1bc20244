package org.ivrea.deploy.difference;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class JsonComparisonPropertiesTest {

    @Property
    void noChangesMeansEqual(@ForAll("values") Json before, @ForAll("values") Json after) {
        assertThat(JsonComparison.of(JsonPointer.ROOT, before, after).isEmpty()).isEqualTo(before.equals(after));
    }

    @Property
    void eachChangeSaysWhatStandsAtItsPlace(@ForAll("values") Json before, @ForAll("values") Json after) {
        for (FieldChange change : JsonComparison.of(JsonPointer.ROOT, before, after)) {
            assertThat(change.before()).isNotEqualTo(change.after());
            if (change.after() != null) {
                assertThat(at(after, change.pointer())).isEqualTo(change.after());
            } else {
                assertThat(at(before, change.pointer())).isEqualTo(change.before());
            }
        }
    }

    @Property
    void additionsAndRemovalsAddUp(@ForAll("lists") List<Json> before, @ForAll("lists") List<Json> after) {
        List<FieldChange> changes = JsonComparison.of(JsonPointer.ROOT, Json.arr(before), Json.arr(after));

        long added = changes.stream().filter(change -> change.kind() == ChangeKind.ADDED).count();
        long removed = changes.stream().filter(change -> change.kind() == ChangeKind.REMOVED).count();
        assertThat(added - removed).isEqualTo(after.size() - before.size());
    }

    private static @Nullable Json at(Json value, JsonPointer pointer) {
        @Nullable Json found = value;
        for (String token : pointer.tokens()) {
            found = switch (found) {
                case Json.Obj object -> object.get(token);
                case Json.Arr(List<Json> items) -> items.get(Integer.parseInt(token));
                case null, default -> throw new AssertionError(pointer + " leads nowhere in " + value);
            };
        }
        return found;
    }

    @Provide
    Arbitrary<List<Json>> lists() {
        return Arbitraries.of("a", "b", "c").<Json>map(Json::of).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Json> values() {
        Arbitrary<Json> scalars = Arbitraries.of("a", "b", "c", "d").map(Json::of);
        return Arbitraries.recursive(() -> scalars, JsonComparisonPropertiesTest::around, 0, 3);
    }

    private static Arbitrary<Json> around(Arbitrary<Json> inner) {
        Arbitrary<Json> arrays = inner.list().ofMaxSize(4).map(Json::arr);
        Arbitrary<Json> objects = Arbitraries.maps(Arbitraries.of("x", "y", "z"), inner).ofMaxSize(3)
                .map(members -> Json.obj(new LinkedHashMap<>(members)));
        return Arbitraries.oneOf(inner, arrays, objects);
    }
}
