package spine.common.raster;

import java.util.ArrayList;
import java.util.List;

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

    private final List<Offset> offsets;

    Connectivity(int sliceReach, int mostSteps) {
        List<Offset> all = new ArrayList<>();
        for (int slices = -sliceReach; slices <= sliceReach; slices++) {
            for (int rows = -1; rows <= 1; rows++) {
                for (int columns = -1; columns <= 1; columns++) {
                    int steps = Math.abs(slices) + Math.abs(rows) + Math.abs(columns);
                    if (steps > 0 && steps <= mostSteps) {
                        all.add(new Offset(slices, rows, columns));
                    }
                }
            }
        }
        offsets = List.copyOf(all);
    }

    /** The way to a neighbour, -1..1 along each axis. */
    record Offset(int slices, int rows, int columns) {
    }

    /** The ways to all neighbours, by ascending index of these. */
    List<Offset> offsets() {
        return offsets;
    }
}
