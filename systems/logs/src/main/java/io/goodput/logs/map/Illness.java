package io.goodput.logs.map;

/** What is wrong with a node or an edge, as far as witnesses tell. */
public enum Illness {
    /** Nothing that stands out of chance. */
    NONE,
    /** Of an edge: it fails, and the node behind it is well; the way is ill. */
    EDGE,
    /** Of an edge: it fails as the node fails its others, or itself says so; of a node: it is ill. */
    NODE,
    /** Of an edge: it fails, and nobody else can say whether it is the way or the node. */
    UNDECIDED,
    /** Of a node: it fails, and so does an edge that it needs. */
    SUFFERS
}
