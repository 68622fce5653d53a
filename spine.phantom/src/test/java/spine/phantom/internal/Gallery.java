package spine.phantom.internal;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.standard.study.PhantomStudy;

/**
 * Writes pictures of synthetic studies, to look at: folder, first index, count, seed, and the slices as
 * offsets from the middle (-0.5 to 0.5) or the word worst. Not a test.
 */
final class Gallery {
    private static final int[] COLOURS = {0, 0x3060ff, 0xffd000, 0x00c060, 0xff60ff, 0xa04000, 0x00d0ff};

    private Gallery() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int first = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        boolean worst = args.length > 4 && args[4].equals("worst");
        double[] offsets = worst ? new double[] {0} : args.length > 4
                ? Arrays.stream(args[4].split(",")).mapToDouble(Double::parseDouble).toArray()
                : new double[] {0, 0.3};
        for (int i = first; i < first + count; i++) {
            long start = cpu();
            PhantomStudy study = new PhantomStudy(seed + i);
            List<Scan> scans = study.stir();
            long ms = (cpu() - start) / 1_000_000;
            Scan one = scans.get(0);
            System.out.println(i + ": " + ms + " ms CPU, " + scans.size() + " x " + one.stack().slices().size() + " x " + one.grid().rows()
                    + " x " + one.grid().columns() + ", " + study.protocol());
            for (int k = 0; k < scans.size(); k++) {
                ImageIO.write(sheet(scans.get(k), worst ? new double[] {worst(scans.get(k))} : offsets), "png",
                        folder.resolve("s" + i + "-" + k + ".png").toFile());
            }
        }
    }

    /** Where the slice with the most inflammation lies between the first (-0.5) and the last (0.5). */
    private static double worst(Scan scan) {
        int at = scan.oedema().length / 2;
        int most = 0;
        for (int slice = 0; slice < scan.oedema().length; slice++) {
            int marked = 0;
            for (byte pixel : scan.oedema()[slice]) {
                marked += pixel;
            }
            if (marked > most) {
                most = marked;
                at = slice;
            }
        }
        return at / (scan.oedema().length - 1.0) - 0.5;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static BufferedImage sheet(Scan scan, double[] offsets) {
        int rows = scan.grid().rows();
        int columns = scan.grid().columns();
        int slices = scan.stack().slices().size();
        BufferedImage sheet = new BufferedImage(columns * (offsets.length + 1), rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        for (int k = 0; k <= offsets.length; k++) {
            double at = k < offsets.length ? offsets[k] : offsets[0];
            int slice = (int) Math.max(0, Math.min(slices - 1, Math.round((slices - 1) * (0.5 + at))));
            g.drawImage(picture(scan, slice, k == offsets.length), k * columns, 0, null);
        }
        g.dispose();
        return sheet;
    }

    private static BufferedImage picture(Scan scan, int slice, boolean overlay) {
        float[] pixels = scan.stack().slices().get(slice).pixels();
        float[] sorted = pixels.clone();
        Arrays.sort(sorted);
        float white = sorted[(int) (sorted.length * 0.993)];
        BufferedImage picture = new BufferedImage(scan.grid().columns(), scan.grid().rows(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pixels.length; i++) {
            int grey = (int) Math.max(0, Math.min(255, pixels[i] / white * 255));
            int colour = overlay ? COLOURS[scan.anatomy()[slice][i]] : 0;
            if (overlay && scan.oedema()[slice][i] != 0) {
                colour = 0xff0000;
            }
            int rgb = colour == 0 ? grey * 0x010101 : blend(grey, colour);
            picture.setRGB(i % scan.grid().columns(), i / scan.grid().columns(), rgb);
        }
        return picture;
    }

    private static int blend(int grey, int colour) {
        int r = (grey + (colour >> 16 & 255)) / 2;
        int g = (grey + (colour >> 8 & 255)) / 2;
        int b = (grey + (colour & 255)) / 2;
        return r << 16 | g << 8 | b;
    }
}
