namespace Gauntlet.Domain.Indicators.Windows;

/// <summary>Joint sums of two streams over the last pairs; updated by what enters and leaves, taken afresh once a window.</summary>
internal struct RollingCovariance(int length)
{
    private Window _x = new(length);
    private Window _y = new(length);
    private double _meanX, _meanY, _xx, _yy, _xy, _lastX, _lastY;

    public readonly bool IsFull => _x.IsFull;

    /// <summary>Pearson's correlation; NaN where one of the two does not vary.</summary>
    public readonly double Correlation
    {
        get
        {
            var scale = Math.Sqrt(Math.Max(0, _xx) * Math.Max(0, _yy));
            return scale > 0 ? Math.Clamp(_xy / scale, -1, 1) : double.NaN;
        }
    }

    public readonly int Length => _x.Length;

    /// <summary>Slope of the least-squares line of y on x; NaN where x does not vary.</summary>
    public readonly double Slope => _xx > 0 ? _xy / _xx : double.NaN;

    /// <summary>Residual of the last pair from that line, in standard errors of the regression (n − 2); NaN where there are none.</summary>
    public readonly double LastResidual
    {
        get
        {
            var slope = Slope;
            var error = Math.Sqrt(Math.Max(0, _yy - (slope * _xy)) / (_x.Count - 2));
            return error > 0 ? (_lastY - _meanY - (slope * (_lastX - _meanX))) / error : double.NaN;
        }
    }

    public void Push(double x, double y)
    {
        var n = _x.IsFull ? _x.Length : _x.Count + 1;
        // While the window fills, what leaves is the old mean itself, which changes no sum of squares.
        var (oldX, oldY) = _x.IsFull ? (_x.Oldest, _y.Oldest) : (_meanX, _meanY);
        var (dx, dy) = (x - oldX, y - oldY);
        var (oldMeanX, oldMeanY) = (_meanX, _meanY);
        _meanX += dx / n;
        _meanY += dy / n;
        _xx += dx * (x - _meanX + oldX - oldMeanX);
        _yy += dy * (y - _meanY + oldY - oldMeanY);
        _xy += ((x - _meanX) * dy) + ((oldY - oldMeanY) * dx);
        (_lastX, _lastY) = (x, y);
        _y.Push(y);
        if (_x.Push(x)) Refresh();
    }

    public void Clear()
    {
        _x.Clear();
        _y.Clear();
        _meanX = _meanY = _xx = _yy = _xy = 0;
    }

    private void Refresh()
    {
        var xs = _x.Values;
        var ys = _y.Values;
        double sumX = 0, sumY = 0;
        for (var i = 0; i < xs.Length; i++)
        {
            sumX += xs[i];
            sumY += ys[i];
        }

        (_meanX, _meanY) = (sumX / xs.Length, sumY / xs.Length);
        _xx = _yy = _xy = 0;
        for (var i = 0; i < xs.Length; i++)
        {
            var (dx, dy) = (xs[i] - _meanX, ys[i] - _meanY);
            _xx += dx * dx;
            _yy += dy * dy;
            _xy += dx * dy;
        }
    }
}
