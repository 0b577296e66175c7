namespace Gauntlet.Domain.Markets.Csv;

/// <summary>Rows of a file without quotes, which are most of all bar files: fields are looked at where they lie, and nothing is copied.</summary>
/// <param name="stream">Stands at the first row or the header; is left open.</param>
/// <param name="separator">Byte between fields.</param>
/// <param name="columns">Fields that are needed; the others of a row are not looked for.</param>
internal struct PlainRows(Stream stream, byte separator, int columns) : ICsvRows
{
    private const int FirstBuffer = 1 << 18;

    private readonly int[] _bounds = new int[2 * columns];
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start, _end;
    private bool _ended;

    public int Line { get; private set; }

    public int FieldCount { get; private set; }

    public bool Next()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !_ended)
            {
                Fill();
                continue;
            }

            if (length < 0 && rest.IsEmpty) return false;
            var (start, end) = (_start, _start + (length < 0 ? rest.Length : length));
            _start = length < 0 ? end : end + 1;
            Line++;
            Trim(ref start, ref end);
            if (start == end) continue;
            Split(start, end);
            return true;
        }
    }

    public readonly ReadOnlySpan<byte> Field(int index) => _buffer.AsSpan(_bounds[2 * index], _bounds[(2 * index) + 1] - _bounds[2 * index]);

    private void Split(int start, int end)
    {
        FieldCount = 0;
        while (FieldCount < columns)
        {
            var length = _buffer.AsSpan(start, end - start).IndexOf(separator);
            var (from, to) = (start, length < 0 ? end : start + length);
            Trim(ref from, ref to);
            _bounds[2 * FieldCount] = from;
            _bounds[(2 * FieldCount) + 1] = to;
            FieldCount++;
            if (length < 0) return;
            start += length + 1;
        }
    }

    private readonly void Trim(ref int start, ref int end)
    {
        while (start < end && IsSpace(_buffer[start])) start++;
        while (end > start && IsSpace(_buffer[end - 1])) end--;
    }

    // A tab divides fields in some files, and is then none of the spaces around them.
    private readonly bool IsSpace(byte one) => one is (byte)' ' or (byte)'\r' || (one == '\t' && separator != '\t');

    // What is left of the last line goes to the front; a line longer than the buffer makes it grow.
    private void Fill()
    {
        var left = _end - _start;
        var into = left > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        _buffer.AsSpan(_start, left).CopyTo(into);
        _buffer = into;
        _start = 0;
        _end = left;
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
