package com.example.myindex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.Vertebra;
import spine.api.score.Score;
import spine.tck.SampleSpine;

class MyIndexTest {

    @Test
    void aLesionOnTwoSlicesScoresTwo() {
        SampleSpine spine = SampleSpine.whole().oedema(Vertebra.T5, 3, 12, 16, 0, 5).oedema(Vertebra.T5, 4, 12, 16, 0, 5);
        Score score = new MyIndex().score(spine.input());
        assertEquals(2, score.totals().get("total"));
        assertEquals(List.of("T5/6"), score.worst());
    }
}
