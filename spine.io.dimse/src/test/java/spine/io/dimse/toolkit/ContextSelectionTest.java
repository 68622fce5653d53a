package spine.io.dimse.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;

class ContextSelectionTest {
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
    private static final String HTJ2K = "1.2.840.10008.1.2.4.201";

    private final DecodedImages images = new DecodedImages(new NativeDicomCodec());
    private final ContextSelection selection = new ContextSelection(syntax -> images.undecodable(syntax).isEmpty());

    @Test
    void theFirstSyntaxThatIsReadIsTaken() {
        assertEquals(JPEG_2000, accepted(MR, JPEG_2000, EXPLICIT));
        assertEquals(JPEG_2000, accepted(MR, HTJ2K, JPEG_2000, IMPLICIT));
        assertEquals(EXPLICIT, accepted(MR, IMPLICIT, BIG_ENDIAN, EXPLICIT, JPEG_2000));
        assertEquals(IMPLICIT, accepted(MR, BIG_ENDIAN, IMPLICIT));
        assertEquals(BIG_ENDIAN, accepted(MR, BIG_ENDIAN));
    }

    @Test
    void whatIsNotReadIsRefused() {
        assertEquals(ContextSelection.NO_TRANSFER_SYNTAX, answer(MR, HTJ2K, "1.2.840.10008.1.2.4.103").result());
    }

    @Test
    void storageVerificationAndReportsAreServed() {
        for (String storage : List.of(MR, MR + ".1", "1.2.840.10008.5.1.4.1.1.88.34", "1.2.840.10008.5.1.4.1.1.104.1",
                "1.2.840.10008.5.1.4.1.1.66", "1.3.12.2.1107.5.9.1", "1.3.46.670589.11.0.0.12.1")) {
            assertEquals(EXPLICIT, accepted(storage, EXPLICIT));
        }
        assertEquals(IMPLICIT, accepted("1.2.840.10008.1.1", IMPLICIT));
        assertEquals(IMPLICIT, accepted("1.2.840.10008.1.20.1", IMPLICIT));
        assertEquals(ContextSelection.NO_TRANSFER_SYNTAX, answer("1.2.840.10008.1.1", JPEG_2000).result());
        for (String other : List.of("1.2.840.10008.5.1.4.1.2.2.1", "1.2.840.10008.5.1.4.1.1.201.3",
                "1.2.840.10008.5.1.4.31", "1.2.840.10008.3.1.1.1")) {
            assertEquals(ContextSelection.NO_ABSTRACT_SYNTAX, answer(other, EXPLICIT).result());
        }
    }

    private String accepted(String abstractSyntax, String... syntaxes) {
        ContextSelection.Answer answer = answer(abstractSyntax, syntaxes);
        assertEquals(ContextSelection.ACCEPTED, answer.result(), abstractSyntax);
        return answer.transferSyntax();
    }

    private ContextSelection.Answer answer(String abstractSyntax, String... syntaxes) {
        return selection.answer(abstractSyntax, List.of(syntaxes));
    }
}
