package org.ivrea.designer.settings;

/// What a person likes better one way or the other.
///
/// @param snap       boxes come to rest in line with others, and on the grid
/// @param grid       the grid is shown
/// @param minimap    the whole flow is shown in small
/// @param animations the way of a call is shown by movement
/// @param autosave   everything is saved when the window is left
/// @param draftVoice a synthetic voice speaks what is not recorded
public record Preferences(boolean snap, boolean grid, boolean minimap, boolean animations, boolean autosave,
        boolean draftVoice) {

    public static final Preferences USUAL = new Preferences(true, true, true, true, false, true);

    public Preferences withSnap(boolean chosen) {
        return new Preferences(chosen, grid, minimap, animations, autosave, draftVoice);
    }

    public Preferences withGrid(boolean chosen) {
        return new Preferences(snap, chosen, minimap, animations, autosave, draftVoice);
    }

    public Preferences withMinimap(boolean chosen) {
        return new Preferences(snap, grid, chosen, animations, autosave, draftVoice);
    }

    public Preferences withAnimations(boolean chosen) {
        return new Preferences(snap, grid, minimap, chosen, autosave, draftVoice);
    }

    public Preferences withAutosave(boolean chosen) {
        return new Preferences(snap, grid, minimap, animations, chosen, draftVoice);
    }

    public Preferences withDraftVoice(boolean chosen) {
        return new Preferences(snap, grid, minimap, animations, autosave, chosen);
    }
}
