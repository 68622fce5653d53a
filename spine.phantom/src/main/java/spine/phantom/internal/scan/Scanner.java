package spine.phantom.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.phantom.internal.body.Patient;
import spine.phantom.internal.random.Seeded;
import spine.phantom.internal.random.ValueNoise;
import spine.phantom.internal.tissue.SignalTable;

/** Takes the STIR stacks of a patient. */
public final class Scanner {
    /** MR Image Storage. */
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

    private Scanner() {
    }

    /** The grids of the stations, head to foot, without rendering. */
    public static List<Grid> grids(Patient patient, Protocol protocol, Seeded random) {
        return Stations.place(patient.spine(), protocol, random.child("stations"));
    }

    public static List<Scan> stir(Patient patient, Protocol protocol, Uids uids, Seeded random) {
        List<Scan> scans = new ArrayList<>();
        List<Grid> grids = grids(patient, protocol, random);
        for (int i = 0; i < grids.size(); i++) {
            scans.add(station(patient, protocol, grids.get(i), i, grids.size(), uids, random));
        }
        return scans;
    }

    private static Scan station(Patient patient, Protocol protocol, Grid grid, int station, int of, Uids uids, Seeded random) {
        SignalTable signals = protocol.signals();
        Seeded own = random.child("station", station);
        Renderer renderer = new Renderer(patient, signals, new ValueNoise(random.child("texture")),
                random.child("roughness").uniform(0.04, 0.14));
        Camera camera = new Camera(grid, signals, random.child("look"), own);
        int slices = grid.planes().size();
        byte[][] anatomy = new byte[slices][];
        byte[][] oedema = new byte[slices][];
        byte[][] level = new byte[slices][];
        List<Slice> images = new ArrayList<>();
        for (int s = 0; s < slices; s++) {
            Layers layers = renderer.slice(grid, s);
            images.add(new Slice(uids.image(station, s), MR, grid.planes().get(s), grid.rows(), grid.columns(),
                    camera.image(layers, s), Optional.empty()));
            anatomy[s] = layers.anatomy;
            oedema[s] = layers.oedema;
            level[s] = layers.level;
        }
        String name = of == 1 ? "STIR SAG whole spine" : "STIR SAG station " + (station + 1);
        SliceStack stack = new SliceStack(uids.series(station), uids.frame(), name,
                new Acquisition(protocol.sequence().repetition(), protocol.sequence().echo(), protocol.sequence().inversion(),
                        protocol.field(), protocol.thickness(), protocol.manufacturer()), images);
        return new Scan(stack, grid, anatomy, oedema, level);
    }
}
