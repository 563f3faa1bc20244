package org.ivrea.deploy.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Finds the places at which two JSON values differ: as deep as possible in objects, and in lists by looking for the
/// items that stayed.
final class JsonComparison {
    /// Longer lists are compared item by item; looking for what stayed takes time by the square.
    private static final int LONGEST = 400;

    private final List<FieldChange> changes = new ArrayList<>();

    private JsonComparison() {}

    static List<FieldChange> of(JsonPointer at, @Nullable Json before, @Nullable Json after) {
        var comparison = new JsonComparison();
        comparison.compare(at, before, after);
        return comparison.changes;
    }

    private void compare(JsonPointer at, @Nullable Json before, @Nullable Json after) {
        if (java.util.Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Json.Obj one && after instanceof Json.Obj other) {
            Set<String> names = new LinkedHashSet<>(other.members().keySet());
            names.addAll(one.members().keySet());
            names.forEach(name -> compare(at.child(name), one.get(name), other.get(name)));
        } else if (before instanceof Json.Arr(List<Json> one) && after instanceof Json.Arr(List<Json> other)) {
            lists(at, one, other);
        } else {
            changes.add(new FieldChange(at, before, after));
        }
    }

    private void lists(JsonPointer at, List<Json> before, List<Json> after) {
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int fromI = i;
            int fromJ = j;
            while (!stays(common, before, after, i, j) && (i < before.size() || j < after.size())) {
                if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                    i++;
                } else {
                    j++;
                }
            }
            gap(at, before.subList(fromI, i), after.subList(fromJ, j), fromI, fromJ);
            if (i < before.size() && j < after.size()) {
                i++;
                j++;
            }
        }
    }

    private static boolean stays(int[][] common, List<Json> before, List<Json> after, int i, int j) {
        return i < before.size() && j < after.size() && common[i][j] == common[i + 1][j + 1] + 1
                && before.get(i).equals(after.get(j));
    }

    /// Between two items that stayed: what stands at the same place is the same item, changed.
    private void gap(JsonPointer at, List<Json> before, List<Json> after, int fromI, int fromJ) {
        int both = Math.min(before.size(), after.size());
        for (int k = 0; k < both; k++) {
            compare(at.child(fromJ + k), before.get(k), after.get(k));
        }
        for (int k = both; k < before.size(); k++) {
            changes.add(new FieldChange(at.child(fromI + k), before.get(k), null));
        }
        for (int k = both; k < after.size(); k++) {
            changes.add(new FieldChange(at.child(fromJ + k), null, after.get(k)));
        }
    }

    /// How many items the rests of both lists have in common, in the same order, from each pair of places on.
    private static int[][] common(List<Json> before, List<Json> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        if (before.size() > LONGEST || after.size() > LONGEST) {
            return common;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
