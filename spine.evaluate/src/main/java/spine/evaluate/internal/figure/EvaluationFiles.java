package spine.evaluate.internal.figure;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Leaves an evaluation as {@code evaluation.json} (all figures) and {@code evaluation.csv} (one line per study). */
public final class EvaluationFiles {
    private static final int DECIMALS = 6;

    private final ObjectMapper json = new ObjectMapper();

    /** Writes both files; each appears complete or not at all. */
    public void write(Evaluation evaluation, Path folder) throws IOException {
        Files.createDirectories(folder);
        String text = json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                .writeValueAsString(tree(evaluation)) + "\n";
        put(folder.resolve("evaluation.json"), text);
        put(folder.resolve("evaluation.csv"), StudyTable.csv(evaluation.pairs()));
    }

    private ObjectNode tree(Evaluation evaluation) {
        ObjectNode root = json.createObjectNode();
        root.put("schema", "spine-evaluation/1");
        ArrayNode missing = root.putArray("studiesWithoutReport");
        evaluation.missing().forEach(missing::add);
        ObjectNode sections = root.putObject("sections");
        for (Section section : evaluation.sections()) {
            ObjectNode figures = sections.putObject(section.title());
            for (Figure figure : section.figures()) {
                ObjectNode node = figures.putObject(figure.name());
                put(node, "value", figure.estimate().value());
                put(node, "lower", figure.estimate().lower());
                put(node, "upper", figure.estimate().upper());
                if (!figure.basis().isEmpty()) {
                    node.put("basis", figure.basis());
                }
            }
        }
        return root;
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
            node.put(key, rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        } else if (key.equals("value")) {
            node.putNull(key);
        }
    }

    private static void put(Path file, String text) throws IOException {
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
