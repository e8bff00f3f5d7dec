package io.goodput.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.http.head.HeadFault;
import io.goodput.vector.RequestVector;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestVectorTest {
    static List<RequestVector> vectors() {
        return RequestVector.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void a_vector_is_answered_as_the_table_says(RequestVector vector) {
        ReadRequest read = ReadRequest.of(vector.bytes(), Integer.MAX_VALUE);

        assertThat(read.fault()).isEqualTo(vector.fault() == null ? null : HeadFault.valueOf(vector.fault()));
        assertThat(read.status()).isEqualTo(vector.status());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void it_makes_no_difference_in_which_pieces_the_bytes_come(RequestVector vector) {
        ReadRequest whole = ReadRequest.of(vector.bytes(), Integer.MAX_VALUE);

        for (int atOnce : new int[] {1, 2, 3, 7, 64}) {
            ReadRequest pieces = ReadRequest.of(vector.bytes(), atOnce);
            assertThat(pieces.fault()).isEqualTo(whole.fault());
            assertThat(pieces.taken()).isEqualTo(whole.taken());
            assertThat(pieces.body()).isEqualTo(whole.body());
            assertThat(pieces.request()).isEqualTo(whole.request());
        }
    }

    @Test
    void each_vector_has_a_name_of_its_own() {
        assertThat(RequestVector.ALL).extracting(RequestVector::name).doesNotHaveDuplicates();
    }

    @Test
    void each_fault_of_http_1_has_a_vector() {
        Set<HeadFault> shown = RequestVector.ALL.stream()
                .map(RequestVector::fault)
                .filter(fault -> fault != null)
                .map(HeadFault::valueOf)
                .collect(Collectors.toSet());
        Set<HeadFault> elsewhere = EnumSet.of(
                HeadFault.BODY_TOO_LARGE,
                HeadFault.BODY_LENGTH,
                HeadFault.CONNECTION_FIELD,
                HeadFault.FIELD_BLANKS,
                HeadFault.HOST_DIFFERS,
                HeadFault.PROTOCOL,
                HeadFault.PSEUDO_FIELDS,
                HeadFault.STATUS_LINE,
                HeadFault.UNASKED_SWITCH,
                HeadFault.UPPER_CASE);

        assertThat(shown).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
    }
}
