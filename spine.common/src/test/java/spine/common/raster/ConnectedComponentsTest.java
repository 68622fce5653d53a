package spine.common.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectedComponentsTest {

    @Test
    void pixelsThatTouchAtACornerAreOneComponentOfAnImage() {
        String image = "#..#"
                     + ".#.."
                     + "#..#";
        ConnectedComponents found = ConnectedComponents.of(3, 4, i -> image.charAt(i) == '#');
        assertArrayEquals(new int[] {1, 0, 0, 2, 0, 1, 0, 0, 1, 0, 0, 3}, found.labels());
        assertEquals(List.of(List.of(0, 5, 8), List.of(3), List.of(11)), lists(found));
        assertEquals(5, ConnectedComponents.of(1, 3, 4, Connectivity.FOUR, i -> image.charAt(i) == '#').components().size());
    }

    @Test
    void rowsDoNotRunIntoEachOther() {
        String image = "..#"
                     + "#..";
        assertEquals(2, ConnectedComponents.of(2, 3, i -> image.charAt(i) == '#').components().size());
    }

    @Test
    void slicesJoinWhereTheConnectivitySaysSo() {
        String stack = "#." + ".."
                     + "#." + ".#"
                     + "#." + "..";
        assertEquals(List.of(List.of(0), List.of(4, 7), List.of(8)), lists(of(stack, Connectivity.EIGHT)));
        assertEquals(List.of(List.of(0, 4, 8), List.of(7)), lists(of(stack, Connectivity.SIX)));
        assertEquals(List.of(List.of(0, 4, 7, 8)), lists(of(stack, Connectivity.TWENTY_SIX)));
    }

    @Test
    void voxelsStandInBreadthFirstOrder() {
        String image = "..#"
                     + ".##"
                     + "#..";
        assertEquals(List.of(List.of(2, 4, 5, 6)), lists(ConnectedComponents.of(3, 3, i -> image.charAt(i) == '#')));
        String bent = "####"
                    + "#..."
                    + "####";
        assertEquals(List.of(List.of(0, 1, 4, 2, 8, 9, 3, 10, 11)),
                lists(ConnectedComponents.of(1, 3, 4, Connectivity.EIGHT, i -> bent.charAt(i) == '#')));
    }

    @Test
    void labelsAndComponentsAgreeAndNeighboursShareALabel() {
        BitSet mask = new BitSet();
        Random random = new Random(1);
        for (int i = 0; i < 5 * 20 * 30; i++) {
            mask.set(i, random.nextInt(4) == 0);
        }
        ConnectedComponents found = ConnectedComponents.of(5, 20, 30, Connectivity.SIX, mask::get);
        for (int i = 0; i < found.components().size(); i++) {
            int label = i + 1;
            assertArrayEquals(Arrays.stream(found.components().get(i)).sorted().toArray(),
                    IntStream.range(0, found.labels().length).filter(v -> found.labels()[v] == label).toArray());
        }
        for (int v = 0; v < found.labels().length; v++) {
            assertEquals(mask.get(v), found.labels()[v] > 0);
            if (v % 30 < 29 && mask.get(v) && mask.get(v + 1)) {
                assertEquals(found.labels()[v], found.labels()[v + 1]);
            }
        }
    }

    @Test
    void voxelsThatAreGivenHaveTheComponentsOfTheirMask() {
        Random random = new Random(2);
        for (Connectivity connectivity : Connectivity.values()) {
            int[] voxels = random.ints(300, 0, 7 * 12 * 15).filter(voxel -> voxel / 15 % 12 > 2 && voxel % 15 < 11).distinct().sorted()
                    .toArray();
            ConnectedComponents whole = ConnectedComponents.of(7, 12, 15, connectivity, voxel -> Arrays.binarySearch(voxels, voxel) >= 0);
            assertEquals(lists(whole.components()), lists(ConnectedComponents.of(voxels, 12, 15, connectivity)));
        }
    }

    @Test
    void anEmptyMaskHasNoComponents() {
        assertEquals(List.of(), ConnectedComponents.of(2, 2, i -> false).components());
        assertEquals(List.of(), ConnectedComponents.of(new int[0], 2, 2, Connectivity.SIX));
    }

    private static ConnectedComponents of(String stack, Connectivity connectivity) {
        return ConnectedComponents.of(3, 2, 2, connectivity, i -> stack.charAt(i) == '#');
    }

    private static List<List<Integer>> lists(ConnectedComponents found) {
        return lists(found.components());
    }

    private static List<List<Integer>> lists(List<int[]> components) {
        return components.stream().map(component -> Arrays.stream(component).boxed().toList()).toList();
    }
}
