package io.goodput.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goodput.http.head.Framing;
import io.goodput.http.head.HeadFault;
import org.junit.jupiter.api.Test;

class BodyCountTest {
    @Test
    void a_length_above_the_limit_is_refused_before_a_byte_is_read() {
        assertThat(new BodyCount(new Framing.Length(11), 10).faultAhead()).isEqualTo(HeadFault.BODY_TOO_LARGE);
        assertThat(new BodyCount(new Framing.Length(10), 10).faultAhead()).isNull();
        assertThat(new BodyCount(Framing.Chunked.INSTANCE, 10).faultAhead()).isNull();
    }

    @Test
    void a_body_of_unknown_length_is_refused_once_it_is_too_large() {
        var count = new BodyCount(Framing.Chunked.INSTANCE, 10);

        assertThat(count.add(10)).isNull();
        assertThat(count.add(1)).isEqualTo(HeadFault.BODY_TOO_LARGE);
        assertThat(count.left()).isEqualTo(-1);
    }

    @Test
    void data_of_http_2_must_sum_to_its_content_length() {
        var exact = new BodyCount(new Framing.Length(3), 10);
        assertThat(exact.add(2)).isNull();
        assertThat(exact.end()).isEqualTo(HeadFault.BODY_LENGTH);
        assertThat(exact.left()).isEqualTo(1);
        assertThat(exact.add(1)).isNull();
        assertThat(exact.end()).isNull();
        assertThat(exact.add(1)).isEqualTo(HeadFault.BODY_LENGTH);
    }

    @Test
    void where_there_is_no_body_a_byte_is_one_too_many() {
        assertThat(new BodyCount(Framing.None.INSTANCE, 10).add(1)).isEqualTo(HeadFault.BODY_LENGTH);
    }

    @Test
    void a_limit_below_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyCount(Framing.None.INSTANCE, -1));
    }
}
