package org.ivrea.engine.compile;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.spec.NodeContents;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// A node with its fields decoded and its exits linked. Immutable; all calls share it.
public final class CompiledNode {

    /// The index of no node.
    public static final int NOWHERE = -1;

    private final int index;
    private final String id;
    private final NodeDocument document;
    private final @Nullable DecodedNode decoded;
    private final List<Exit> exits;
    private final String[] names;
    private final int[] targets;
    private final int error;
    private final int hangup;

    /// @param target finds the index of the node that an exit leads to, or [#NOWHERE]
    CompiledNode(int index, String id, NodeDocument document, @Nullable DecodedNode decoded, TargetFinder target) {
        this.index = index;
        this.id = id;
        this.document = document;
        this.decoded = decoded;
        this.exits = decoded == null ? List.of() : decoded.exits();
        this.names = new String[exits.size()];
        this.targets = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = exits.get(i).name();
            targets[i] = target.find(document, names[i]);
        }
        this.error = target.find(document, Exit.ERROR);
        this.hangup = target.find(document, Exit.HANGUP);
    }

    interface TargetFinder {
        int find(NodeDocument document, String exit);
    }

    /// @return `null` for an unknown type
    @Nullable
    DecodedNode decoded() {
        return decoded;
    }

    /// Its place in [CompiledFlow#nodes].
    public int index() {
        return index;
    }

    public String id() {
        return id;
    }

    public NodeDocument document() {
        return document;
    }

    /// @return `null` for an unknown type
    public @Nullable NodeSpec spec() {
        return decoded == null ? null : decoded.spec();
    }

    /// @return `null` for an unknown type
    public @Nullable Node node() {
        return decoded == null ? null : decoded.node();
    }

    /// @return `null` for an unknown type
    public @Nullable NodeContents contents() {
        return decoded == null ? null : decoded.contents();
    }

    /// True when calls can go through it: not for comments, groups and unknown types.
    public boolean runs() {
        return decoded != null && decoded.spec().info().runs();
    }

    public JsonPointer pointer() {
        return JsonPointer.ROOT.child("nodes").child(id);
    }

    /// The exits that the node declares, without the implicit ones.
    public List<Exit> exits() {
        return exits;
    }

    /// The names of all exits that can be taken: the declared ones, and `error` and `hangup` where they are wired.
    public List<String> ways() {
        List<String> ways = new ArrayList<>(List.of(names));
        if (error != NOWHERE) {
            ways.add(Exit.ERROR);
        }
        if (hangup != NOWHERE) {
            ways.add(Exit.HANGUP);
        }
        return ways;
    }

    /// @return the index of the node that the exit leads to; [#NOWHERE] when it is not wired or not declared
    public int target(String exit) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(exit)) {
                return targets[i];
            }
        }
        return switch (exit) {
            case Exit.ERROR -> error;
            case Exit.HANGUP -> hangup;
            default -> NOWHERE;
        };
    }

    /// The same by the exit's place among the [declared ones][#exits].
    public int target(int exit) {
        return targets[exit];
    }

    /// Where a failure leads; [#NOWHERE] when the exit is not wired.
    public int error() {
        return error;
    }

    /// Where a hang-up leads; [#NOWHERE] when the exit is not wired.
    public int hangup() {
        return hangup;
    }

    @Override
    public String toString() {
        return id;
    }
}
