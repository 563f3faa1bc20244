package org.ivrea.designer.inspector.http;

import java.util.function.Consumer;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// A reply as a tree in which a value can be chosen.
final class JsonTree extends TreeView<JsonTree.Entry> {
    private static final int MOST_CHILDREN = 200;
    private static final int LONGEST = 60;

    /// @param name of the member, or index
    record Entry(String name, JsonPointer pointer, Json value) {}

    /// @param onChosen the pointer of the value that is chosen
    JsonTree(Json value, Consumer<JsonPointer> onChosen) {
        setId("reply-tree");
        setPrefHeight(200);
        setRoot(item(new Entry("", JsonPointer.ROOT, value)));
        setCellFactory(_ -> new EntryCell());
        getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null) {
                onChosen.accept(item.getValue().pointer());
            }
        });
    }

    private static TreeItem<Entry> item(Entry entry) {
        var item = new TreeItem<>(entry);
        item.setExpanded(entry.pointer().tokens().size() < 2);
        JsonPointer at = entry.pointer();
        switch (entry.value()) {
            case Json.Obj(var members) -> members.forEach((name, value) -> {
                if (item.getChildren().size() < MOST_CHILDREN) {
                    item.getChildren().add(item(new Entry(name, at.child(name), value)));
                }
            });
            case Json.Arr(var items) -> {
                for (int index = 0; index < Math.min(MOST_CHILDREN, items.size()); index++) {
                    item.getChildren()
                            .add(item(new Entry(String.valueOf(index), at.child(index), items.get(index))));
                }
            }
            default -> {
            }
        }
        return item;
    }

    private static final class EntryCell extends TreeCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? null : text(entry));
        }

        private static String text(Entry entry) {
            String value = switch (entry.value()) {
                case Json.Obj object -> object.isEmpty() ? "{}" : "{…}";
                case Json.Arr array -> "[" + array.items().size() + "]";
                default -> entry.value().toString();
            };
            String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
            return entry.name().isEmpty() ? shown : entry.name() + ": " + shown;
        }
    }
}
