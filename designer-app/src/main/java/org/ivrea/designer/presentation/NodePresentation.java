package org.ivrea.designer.presentation;

import java.util.List;
import java.util.Set;
import org.ivrea.engine.node.NodeGroup;
import org.ivrea.engine.nodes.Shade;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// What the box of a node shows.
///
/// @param typeLabel  the type's name for people
/// @param title      the node's label, or the type's name where it has none; empty for a comment without a label
/// @param summary    what the node does, in one line; for comments, all of their text
/// @param icon       name of a Feather icon
/// @param known      false when this version does not know the type
/// @param annotation true for comments and groups
/// @param shade      the colour of comments and groups; `null` for others
/// @param note       the author's remark
/// @param entrances  how calls get here, apart from edges
/// @param exits      in the order of their rows; those that have none come last
/// @param problems   the worst first
public record NodePresentation(String id, String type, String typeLabel, String title, String summary, String icon,
        NodeGroup group, boolean known, boolean annotation, boolean disabled, @Nullable Shade shade,
        @Nullable String note, Set<Entrance> entrances, List<ExitPresentation> exits, List<Problem> problems) {

    static final String COMMENT = "comment";

    public NodePresentation {
        entrances = Set.copyOf(entrances);
        exits = List.copyOf(exits);
        problems = List.copyOf(problems);
    }

    /// True when calls begin here.
    public boolean start() {
        return entrances.contains(Entrance.START);
    }

    /// How bad its worst problem is; `null` when it has none.
    public @Nullable Severity badge() {
        return problems.isEmpty() ? null : problems.getFirst().severity();
    }

    /// True for comments, which unlike groups stand in front.
    public boolean isComment() {
        return annotation && type.equals(COMMENT);
    }

    public boolean isGroup() {
        return annotation && !type.equals(COMMENT);
    }

    /// The exits that have a row in the box.
    public List<ExitPresentation> rows() {
        return exits.stream().filter(ExitPresentation::hasRow).toList();
    }

    public @Nullable ExitPresentation exit(String name) {
        for (ExitPresentation exit : exits) {
            if (exit.name().equals(name)) {
                return exit;
            }
        }
        return null;
    }

    NodePresentation withSurroundings(Set<Entrance> newEntrances, List<Problem> newProblems) {
        return new NodePresentation(id, type, typeLabel, title, summary, icon, group, known, annotation, disabled,
                shade, note, newEntrances, exits, newProblems);
    }
}
