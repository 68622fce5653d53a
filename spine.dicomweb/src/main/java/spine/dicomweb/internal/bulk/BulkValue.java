package spine.dicomweb.internal.bulk;

import java.util.List;
import java.util.Optional;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** Finds a value by its place, as {@link spine.io.dicomweb.json.BulkData} names it. */
public final class BulkValue {
    private static final String TAG = "[0-9A-Fa-f]{8}";

    private BulkValue() {
    }

    /** @param place segments of the address; empty if there is no element with bytes at that place */
    public static Optional<byte[]> at(List<String> place, DicomObject header) {
        DicomObject object = header;
        for (int i = 0; i + 2 < place.size(); i += 2) {
            if (!place.get(i).matches(TAG) || !place.get(i + 1).matches("[1-9][0-9]{0,5}")) {
                return Optional.empty();
            }
            List<DicomObject> items = object.items(Integer.parseUnsignedInt(place.get(i), 16));
            int number = Integer.parseInt(place.get(i + 1));
            if (number > items.size()) {
                return Optional.empty();
            }
            object = items.get(number - 1);
        }
        String last = place.isEmpty() ? "" : place.get(place.size() - 1);
        return place.size() % 2 == 1 && last.matches(TAG)
                ? object.element(Integer.parseUnsignedInt(last, 16)).map(DicomElement::bytes)
                : Optional.empty();
    }
}
