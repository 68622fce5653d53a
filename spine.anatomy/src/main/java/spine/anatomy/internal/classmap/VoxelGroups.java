package spine.anatomy.internal.classmap;

/** Sorts the voxels of a cloud by what they belong to. */
public final class VoxelGroups {
    private VoxelGroups() {
    }

    /**
     * @param owner per voxel the number of its group, negative for none
     * @param groups number of groups
     * @return per group the indices of its voxels, ascending
     */
    public static int[][] of(int[] owner, int groups) {
        int[] count = new int[groups];
        for (int group : owner) {
            if (group >= 0) {
                count[group]++;
            }
        }
        int[][] voxels = new int[groups][];
        for (int g = 0; g < groups; g++) {
            voxels[g] = new int[count[g]];
        }
        for (int i = owner.length - 1; i >= 0; i--) {
            if (owner[i] >= 0) {
                voxels[owner[i]][--count[owner[i]]] = i;
            }
        }
        return voxels;
    }
}
