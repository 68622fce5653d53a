package spine.io.dicom.internal.result;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;

/** SNOMED CT codes of vertebrae (CID 7603) and discs (CID 7604); they are in no running order and cannot be computed. */
public final class SpineCodes {
    private static final String[] VERTEBRAE = {"39976000", "113205007", "5329002", "36978003", "36054005", "87391001",
        "64864005", "53733008", "1626008", "73071006", "56401006", "45296009", "62487009", "11068009", "82687006", "7610001",
        "12989004", "23215003", "66794005", "14293000", "36470004", "11994002", "49668003"};
    private static final String[] DISCS = {"1078209008", "58820006", "49400002", "73959003", "75095006", "37414007",
        "40908007", "6004007", "2620004", "82965004", "72692000", "74401007", "28693002", "9188009", "113209001", "34959001",
        "1537001", "76206002", "80064006", "67459009", "62551000", "84020006", "715056000"};

    /** For what the context groups do not have: the vertebrae and discs of numerical variants, which their labels tell apart. */
    public static final CodedConcept ANY_VERTEBRA = CodedConcept.sct("51282000", "Vertebra");
    public static final CodedConcept ANY_DISC = CodedConcept.sct("360499006", "Intervertebral disc");

    private SpineCodes() {
    }

    /** S1 is not in the context group; its SNOMED CT code is the structure of the first sacral vertebra. */
    public static CodedConcept vertebra(Vertebra level) {
        if (level == Vertebra.S1) {
            return CodedConcept.sct("65985001", "S1 vertebra");
        }
        return level.usual() ? CodedConcept.sct(VERTEBRAE[level.code() - 1], level.name() + " vertebra") : ANY_VERTEBRA;
    }

    public static CodedConcept disc(DiscLevel level) {
        return level.usual() ? CodedConcept.sct(DISCS[level.index()], level.upper().name() + "/" + level.lower().name() + " disc")
                : ANY_DISC;
    }
}
