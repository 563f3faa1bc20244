package org.ivrea.designer.inspector.field;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.designer.inspector.form.Suggestion;

/// A language, a time zone, or whatever else is one of many known words.
public final class TagEditor extends SuggestEditor {
    private static final Messages TEXTS = Messages.of(TagEditor.class);

    private final Supplier<List<Suggestion>> known;

    private TagEditor(Slot slot, Supplier<List<Suggestion>> known) {
        super(slot, Formats.PLAIN);
        this.known = known;
    }

    public static TagEditor language(Slot slot) {
        return new TagEditor(slot, () -> slot.form().around().workspace().project().settings().languages().stream()
                .map(tag -> Suggestion.of(tag, TEXTS.get("language.project"))).toList());
    }

    public static TagEditor timeZone(Slot slot) {
        return new TagEditor(slot, TagEditor::zones);
    }

    /// The exits that the flow declares.
    public static TagEditor exitOfFlow(Slot slot) {
        return new TagEditor(slot,
                () -> slot.form().flow().exits().stream().map(exit -> Suggestion.of(exit, "")).toList());
    }

    /// All time zones with a place in their name, this computer's first.
    public static List<Suggestion> zones() {
        String here = ZoneId.systemDefault().getId();
        List<Suggestion> zones = new java.util.ArrayList<>();
        zones.add(Suggestion.of(here, TEXTS.get("zone.here")));
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            boolean place = zone.indexOf('/') > 0 && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/");
            if ((place || zone.equals("UTC")) && !zone.equals(here)) {
                zones.add(Suggestion.of(zone, ""));
            }
        }
        return zones;
    }

    @Override
    protected List<Suggestion> suggestions() {
        return known.get();
    }

    @Override
    protected List<Node> hint() {
        return List.of();
    }
}
