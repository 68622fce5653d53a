package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Test;

/** The help of a command says what can be asked for. */
public class HelpIT {

    @Test
    public void scoreListsFormatsAndIndices() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "help");
        Product.Outcome outcome = new Product(work.resolve("home")).run("score", "--help");
        assertEquals(outcome.said(), 0, outcome.exitCode());
        assertTrue(outcome.out(), listed(outcome, "Formats: ").containsAll(List.of("csv", "html", "json", "nifti", "seg", "units")));
        assertTrue(outcome.out(), listed(outcome, "Indices: ").contains("sparcc"));
    }

    private static List<String> listed(Product.Outcome outcome, String heading) {
        String line = outcome.out().lines().filter(text -> text.startsWith(heading)).findFirst().orElse(heading);
        return List.of(line.substring(heading.length()).split(", "));
    }
}
