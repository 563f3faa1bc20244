package org.ivrea.designer.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// A line of the cheat sheet, and of the table of keys in the guide.
public record KeyLine(String keys, String text) {

    /// The actions that have keys, by the titles of their menus.
    public static SequencedMap<String, List<KeyLine>> of(Actions actions, Function<String, String> titles) {
        SequencedMap<String, List<KeyLine>> groups = new LinkedHashMap<>();
        for (Action action : actions.all()) {
            if (action.keys() != null) {
                groups.computeIfAbsent(titles.apply(action.menu()), _ -> new ArrayList<>())
                        .add(new KeyLine(action.keysText(), action.plainLabel()));
            }
        }
        return groups;
    }
}
