package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

/** A study of readers from one command: synthetic patients are made, scored, read and forgotten but for what the figures rest on. */
public class ReaderStudyIT {

    @Test
    public void syntheticPatientsAndThenTheirTables() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "readers");
        Product product = new Product(work.resolve("home"));
        Path out = work.resolve("study");
        String[] command = {"reader-study", "--n", "2", "--seed", "5", "--out", out.toString()};
        Product.Outcome made = product.run(command);
        assertEquals(made.said(), 0, made.exitCode());
        assertTrue(made.out(), made.out().startsWith("2 patients, 4 studies, 3 readers\n") && made.out().contains("Dice of discs"));
        String figures = Files.readString(out.resolve("reader-study.json"));
        assertTrue(figures, figures.contains("\"synthetic\" : true") && figures.contains("\"followed\" : 2")
                && figures.contains("\"leftOut\" : [ ]"));
        assertEquals("pixels and masks are gone", List.of(), images(out));
        assertEquals("pixels and masks are gone", List.of(), images(product.temporaryFolder()));

        Object written = Files.getLastModifiedTime(out.resolve("shift-6/made-of.txt"));
        Product.Outcome again = product.run(command);
        assertEquals(made.out(), again.out());
        assertEquals("what is there is kept", written, Files.getLastModifiedTime(out.resolve("shift-6/made-of.txt")));
        assertEquals(figures, Files.readString(out.resolve("reader-study.json")));

        Product.Outcome given = product.run("reader-study", "--json", "--readings", out.resolve("shift-5").toString(),
                out.resolve("shift-6").toString(), "--pred", out.toString(), "--out", work.resolve("given").toString());
        assertEquals(given.said(), 0, given.exitCode());
        assertTrue(given.out(), given.out().startsWith("{") && given.out().contains("\"synthetic\" : false"));

        Path table = Files.writeString(work.resolve("readings.csv"), "study,reader,total6\n1.2,A,many\n");
        Product.Outcome refused = product.run("reader-study", "--readings", table.toString(), "--pred", out.toString(), "--out",
                work.resolve("refused").toString());
        assertEquals(refused.said(), 3, refused.exitCode());
        assertEquals("spine: Line 2 of " + table + " has \"many\" in the column total6, where a score from 0 to 108 should be.\n",
                refused.errors());
        assertEquals(2, product.run("reader-study", "--n", "2", "--pred", out.toString(), "--out", out.toString()).exitCode());
    }

    private static List<Path> images(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
    }
}
