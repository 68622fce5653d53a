package spine.common.raster;

/** Which voxels of a stack are neighbours, named by the number of neighbours as usual in image analysis. */
public enum Connectivity {
    /** Pixels of one slice that share an edge; slices are apart. */
    FOUR(0, 1),
    /** Pixels of one slice that share an edge or a corner; slices are apart. */
    EIGHT(0, 2),
    /** Voxels that share a face. */
    SIX(1, 1),
    /** Voxels that share a face, an edge or a corner. */
    TWENTY_SIX(1, 3);

    private final int sliceReach;
    private final int mostSteps;

    Connectivity(int sliceReach, int mostSteps) {
        this.sliceReach = sliceReach;
        this.mostSteps = mostSteps;
    }

    /** Whether an offset, -1..1 along each axis and not zero along all, leads to a neighbour. */
    boolean joins(int slices, int rows, int columns) {
        return Math.abs(slices) <= sliceReach && Math.abs(slices) + Math.abs(rows) + Math.abs(columns) <= mostSteps;
    }
}
