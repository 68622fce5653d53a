package spine.deidentify.internal.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Table E.1-1 of PS3.15 without its row on private attributes. Immutable. */
public final class ConfidentialityTable {
    /** Of the standard, as the file names it. */
    public static final String EDITION = "2024b";
    private static final int FIRST_CURVE = 0x50;
    private static final int FIRST_OVERLAY = 0x60;
    private static final TableRow CURVE = new TableRow("CurveData", "X", "", "", "");
    /** The table lists data and comments; what describes them is worth nothing without them. */
    private static final TableRow OVERLAY = new TableRow("OverlayPlane", "X", "", "", "");

    private final Map<Integer, TableRow> rows = new HashMap<>();

    public ConfidentialityTable() {
        try (InputStream in = ConfidentialityTable.class.getResourceAsStream("table-e1-1.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> line.matches("[0-9A-F]{8},.*")).forEach(line -> {
                String[] cells = line.split(",", -1);
                rows.put(Integer.parseUnsignedInt(cells[0], 16), new TableRow(cells[1], cells[2], cells[3], cells[4], cells[5]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tags that are listed one by one: all but those of curves and overlays. */
    public Set<Integer> tags() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /** Empty if the attribute is not listed, or private. */
    public Optional<String> keyword(int tag) {
        return row(tag).map(TableRow::keyword);
    }

    Optional<TableRow> row(int tag) {
        boolean even = (tag >>> 16 & 1) == 0;
        return switch (tag >>> 24) {
            case FIRST_CURVE -> even ? Optional.of(CURVE) : Optional.empty();
            case FIRST_OVERLAY -> even ? Optional.of(OVERLAY) : Optional.empty();
            default -> Optional.ofNullable(rows.get(tag));
        };
    }
}
