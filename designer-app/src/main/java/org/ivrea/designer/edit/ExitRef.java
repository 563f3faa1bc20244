package org.ivrea.designer.edit;

/// An exit of a node, which on the canvas is also the edge that leaves it.
///
/// @param node the node's id
/// @param exit the exit's name
public record ExitRef(String node, String exit) implements Comparable<ExitRef> {
    @Override
    public int compareTo(ExitRef other) {
        int byNode = node.compareTo(other.node);
        return byNode != 0 ? byNode : exit.compareTo(other.exit);
    }
}
