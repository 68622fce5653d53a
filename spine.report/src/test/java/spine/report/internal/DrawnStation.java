package spine.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import spine.api.anatomy.Disc;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;

/**
 * One station of a drawn spine: nine sagittal slices of 320 x 180 pixels of 1 mm, bodies as tilted boxes along a curve.
 */
final class DrawnStation {
    static final int SLICES = 9;
    static final int ROWS = 320;
    static final int COLUMNS = 180;
    private static final double SPACING = 4;
    private static final List<VertebralBody> BODIES = NumericalVariant.USUAL.vertebrae().stream().map(DrawnStation::draw).toList();

    final SliceStack stack;
    final StackAnatomy anatomy;
    final LesionMap lesions;

    /** @param top z of the first row, mm; C2 begins at z = -20 */
    DrawnStation(String series, double top) {
        byte[][] structures = new byte[SLICES][ROWS * COLUMNS];
        byte[][] canal = new byte[SLICES][ROWS * COLUMNS];
        byte[][] lesion = new byte[SLICES][ROWS * COLUMNS];
        List<Slice> slices = new ArrayList<>();
        Random noise = new Random(7);
        for (int s = 0; s < SLICES; s++) {
            SlicePlane plane = new SlicePlane(new Vec3(SPACING * (SLICES / 2 - s), -60, top), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            float[] pixels = new float[ROWS * COLUMNS];
            for (int i = 0; i < pixels.length; i++) {
                Vec3 point = plane.toPatient(i % COLUMNS, i / COLUMNS);
                pixels[i] = tissue(point, i, structures[s], canal[s], lesion[s])
                        * (1 + 0.004f * (i % COLUMNS)) + 6 * (float) Math.abs(noise.nextGaussian());
            }
            slices.add(new Slice("1.2.3." + series + "." + (s + 1), "1.2.840.10008.5.1.4.1.1.4", plane, ROWS, COLUMNS, pixels,
                    Optional.empty()));
        }
        stack = new SliceStack("1.2.3." + series, "1.2.9", "Sag STIR <" + series + "> & more",
                new Acquisition(4000, 60, 220, 3, 4, "Drawn"), slices);
        List<VertebralBody> bodies = new ArrayList<>();
        List<Disc> discs = new ArrayList<>();
        for (Vertebra level : NumericalVariant.USUAL.vertebrae()) {
            if (inside(centre(level), top)) {
                bodies.add(body(level));
                if (level != Vertebra.S1 && inside(centre(Vertebra.ofCode(level.code() + 1)), top)) {
                    discs.add(new Disc(DiscLevel.below(level), between(level), gap(level), 0.97));
                }
            }
        }
        anatomy = new StackAnatomy(structures, canal, bodies, discs);
        lesions = new LesionMap(lesion);
    }

    private static boolean inside(Vec3 centre, double top) {
        return centre.z() < top - 12 && centre.z() > top - ROWS + 12;
    }

    private static float tissue(Vec3 point, int pixel, byte[] structures, byte[] canal, byte[] lesion) {
        double side = Math.abs(point.x()) / 20;
        for (Vertebra level : NumericalVariant.USUAL.vertebrae()) {
            VertebralBody body = body(level);
            Vec3 away = point.minus(body.centre());
            if (Math.abs(away.z()) > body.heightMm() + 20) {
                continue;
            }
            double up = away.dot(body.cranial());
            double front = away.dot(body.anterior());
            if (Math.abs(front) > body.depthMm() / 2 * Math.sqrt(1 - 0.5 * side * side)
                    || Math.abs(up) > body.heightMm() / 2 + gap(level)) {
                continue;
            }
            if (Math.abs(up) <= body.heightMm() / 2 - 0.5) {
                structures[pixel] = StackAnatomy.bodyCode(level);
                if (oedema(level, up / body.heightMm(), front / body.depthMm(), point.x())) {
                    lesion[pixel] = 1;
                    return 190;
                }
                return 42;
            }
            if (up < 0 && level != Vertebra.S1 && up > -body.heightMm() / 2 - gap(level) + 0.5) {
                structures[pixel] = StackAnatomy.discCode(DiscLevel.below(level));
                return (level.code() - 1) % 3 == 0 ? 60 : 110;
            }
        }
        double behind = point.y() - curve(point.z()) - 22;
        if (behind > -4 && behind < 10 && Math.abs(point.x()) < 9) {
            canal[pixel] = 1;
            return behind > 0 && behind < 6 && point.z() > -400 ? 90 : 225;
        }
        return behind > 40 ? 20 : 55;
    }

    private static boolean oedema(Vertebra level, double up, double front, double x) {
        return switch (level) {
            case T6 -> up + 0.5 < 0.9 * (front - 0.05) && Math.abs(x) < 10;
            case T7 -> 0.5 - up < 0.9 * (front - 0.05) && Math.abs(x) < 7;
            case T10 -> up < 0.38 && front < -0.05 && x > -2;
            case L3 -> up > 0.28 && Math.abs(front) < 0.32 && Math.abs(x + 4) < 5;
            default -> false;
        };
    }

    private static VertebralBody body(Vertebra level) {
        return BODIES.get((level.code() - 1));
    }

    private static VertebralBody draw(Vertebra level) {
        Vec3 centre = centre(level);
        double slope = (curve(centre.z() + 5) - curve(centre.z() - 5)) / 10;
        Vec3 cranial = new Vec3(0, slope, 1).unit();
        Vec3 anterior = new Vec3(0, -1, slope).unit();
        double height = height(level);
        return new VertebralBody(level, centre, cranial, anterior, new Endplate(centre.plus(cranial.times(height / 2)), cranial),
                new Endplate(centre.minus(cranial.times(height / 2)), cranial.times(-1)), height, 16 + 0.8 * (level.code() - 1), 0.98);
    }

    private static Vec3 between(Vertebra level) {
        VertebralBody body = body(level);
        return body.lower().centre().minus(body.cranial().times(gap(level) / 2));
    }

    private static Vec3 centre(Vertebra level) {
        double z = -20 - height(Vertebra.C2) / 2;
        for (int i = 1; i <= (level.code() - 1); i++) {
            Vertebra above = Vertebra.ofCode(i);
            z -= height(above) / 2 + gap(above) + height(Vertebra.ofCode(i + 1)) / 2;
        }
        return new Vec3(0, curve(z), z);
    }

    private static double curve(double z) {
        return 14 * Math.sin((z + 40) / 75) - 6;
    }

    private static double height(Vertebra level) {
        return 12 + 0.55 * (level.code() - 1);
    }

    private static double gap(Vertebra level) {
        return 4 + 0.15 * (level.code() - 1);
    }
}
