package spine.report.internal.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.report.internal.DrawnResult;

class KeyImagesReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void thereIsAnOverviewAndAPictureOfEachUnitAboveZero() throws IOException {
        List<Path> files = new KeyImagesReportWriter().write(DrawnResult.wholeSpine(), folder);
        assertEquals(List.of("overview.png", "T6-7.png", "T9-10.png", "T10-11.png", "L2-3.png"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        BufferedImage unit = ImageIO.read(files.get(1).toFile());
        int middle = unit.getHeight() / 2;
        assertTrue(coloured(unit, 0, middle) > 500, "outlines in the upper row");
        assertEquals(0, coloured(unit, middle + 20, unit.getHeight() - 70), "the lower row is the image alone");
    }

    private static int coloured(BufferedImage picture, int from, int to) {
        int count = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                count += (rgb >> 16 & 0xff) != (rgb & 0xff) ? 1 : 0;
            }
        }
        return count;
    }
}
