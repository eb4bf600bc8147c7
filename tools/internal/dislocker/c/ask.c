// Answers, for each text on standard input, what libdislocker's is_valid_key says
// of it. A text comes as its length in one byte and its bytes; an answer is one
// byte, 1 for a key and 0 for none, and the sixteen bytes of the key.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int is_valid_key(const uint8_t *text, uint16_t *groups);

int main(void)
{
	int length;
	while ((length = getchar()) != EOF) {
		uint8_t text[256] = {0}, answer[17] = {0};
		uint16_t groups[8] = {0};
		if (fread(text, 1, length, stdin) != (size_t)length)
			return 1;
		if (is_valid_key(text, groups)) {
			answer[0] = 1;
			for (int i = 0; i < 8; i++) {
				answer[1 + 2 * i] = groups[i] & 0xff;
				answer[2 + 2 * i] = groups[i] >> 8;
			}
		}
		if (fwrite(answer, 1, sizeof answer, stdout) != sizeof answer)
			return 1;
	}
	return 0;
}
